using MdevDesired.Model.Devlink;

namespace MdevDesired.Planning.Devlink;

/// <summary>Gives a network interface of a sub device its name; nothing is asked of the kernel where it has it already.</summary>
internal sealed record RenameNetdev : PlanAction
{
    /// <summary>The port that has the interface, or null for the sub device's representor.</summary>
    public PortSelector? Port { get; init; }

    public required string Netdev { get; init; }

    /// <summary>The name that it has; null until the host has been asked.</summary>
    public string? Current { get; init; }

    /// <summary>Its number, by which it is found whatever udev calls it meanwhile; null where that is not known.</summary>
    public uint? Ifindex { get; init; }

    public override string Kind => "rename-netdev";
}
