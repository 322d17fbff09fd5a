using MdevDesired.Model.Devlink;

namespace MdevDesired.Planning.Devlink;

/// <summary>Changes what a port of a sub device is used as, which makes its network interface anew.</summary>
internal sealed record SetPortType : PlanAction
{
    public required PortSelector Port { get; init; }

    public required DevlinkPortType Type { get; init; }

    /// <summary>The port's index; null until the instance has been asked.</summary>
    public uint? Index { get; init; }

    /// <summary>Whether the instance was made just before, so that nobody can use it yet.</summary>
    public bool IsFresh { get; init; }

    public override string Kind => "set-port-type";

    public override bool Disrupts => !IsFresh;
}
