using MdevDesired.Model;

namespace MdevDesired.Planning;

/// <summary>Unbinds a driver; nothing is written where none is bound.</summary>
internal sealed record Unbind : PlanAction
{
    /// <summary>The driver, or null for whichever the kernel attached at creation.</summary>
    public DriverName? Driver { get; init; }

    public override string Kind => "unbind";

    public override bool Disrupts => true;
}
