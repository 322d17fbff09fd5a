using MdevDesired.Diagnostics;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Planning.Formers;

namespace MdevDesired.Planning.Subfunctions;

/// <summary>How subfunctions are planned.</summary>
internal sealed class SubfunctionKind : SubDeviceKind
{
    public override IReadOnlyCollection<AttributeName> Attributes(DesiredSubDevice desired, LedgerEntry? entry) => [];

    public override PlanFinding? Obstacle(DesiredSubDevice desired, ObservedParent parent, ObservedState host) =>
        desired.Driver.Name is { } driver && !host.AuxiliaryDrivers.Contains(driver) ? UnknownDriver(desired, driver, parent, host)
        : null;

    public override IEnumerable<PlanAction> Create(DesiredSubDevice desired, ParentAddress parent, string reason) =>
        SubfunctionCreation.Actions((DesiredSubfunction)desired, parent, reason);

    public override EquatableArray<Fallback> CreationFallbacks(DesiredSubDevice desired, ParentAddress parent) => [];

    public override IEnumerable<PlanAction> Remove(ObservedSubDevice observed, string reason)
    {
        var subfunction = (ObservedSubfunction)observed;
        return
        [
            .. subfunction.Port.Function?.State == DevlinkFunctionState.Active
                ? [new Deactivate { Parent = observed.Parent, Id = observed.Id, Reason = reason }]
                : Array.Empty<PlanAction>(),
            new RemoveSubfunction { Parent = observed.Parent, Id = observed.Id, Subfunction = subfunction.Subfunction, Reason = reason },
        ];
    }

    public override Comparison Compare(DesiredSubDevice desired, ObservedSubDevice observed, LedgerEntry? entry, LedgerDevlink? memory) =>
        new SubfunctionComparison((DesiredSubfunction)desired, (ObservedSubfunction)observed, entry, memory).Compare();

    public override DesiredSubDevice Desire(Former former) => FormerSubfunction.Of(former);

    public override CreateSubDevice? Recreate(ObservedSubDevice former, string reason) =>
        new AddSubfunction { Parent = former.Parent, Id = former.Id, Subfunction = ((ObservedSubfunction)former).Subfunction, Reason = reason };

    // How many subfunctions a parent can have is shown nowhere before one is added.
    public override IEnumerable<PlanFinding> CheckRoom(ObservedParent parent, IReadOnlyCollection<DeviceChange> changes) => [];

    private static PlanFinding UnknownDriver(DesiredSubDevice desired, DriverName driver, ObservedParent parent, ObservedState host)
    {
        var registered = host.AuxiliaryDrivers.Select(each => each.ToString()).ToList();
        var list = registered.Count == 0 ? "none is" : $"registered: {string.Join(", ", registered)}";
        return Blocked(desired, parent, PlanningCodes.UnknownDriver,
            $"driver {driver} is not registered on the auxiliary bus; {list}",
            Suggestion.For(driver.ToString(), registered) ?? "load the module that provides it");
    }

    private static PlanFinding Blocked(DesiredSubDevice desired, ObservedParent parent, DiagnosticCode code, string message, string? hint) =>
        new(FindingEffect.Blocks, parent.Address, desired.Id, new(code, Severity.Error, desired.Span, $"{desired.Name}: {message}", hint));
}
