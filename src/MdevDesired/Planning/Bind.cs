using MdevDesired.Model;

namespace MdevDesired.Planning;

/// <summary>Binds a driver; nothing is written where the kernel has already attached it.</summary>
internal sealed record Bind : PlanAction
{
    public required DriverName Driver { get; init; }

    public override string Kind => "bind";
}
