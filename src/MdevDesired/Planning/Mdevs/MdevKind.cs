using MdevDesired.Diagnostics;
using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using MdevDesired.Planning.Attributes;
using MdevDesired.Planning.Formers;

namespace MdevDesired.Planning.Mdevs;

/// <summary>How mediated devices are planned.</summary>
internal sealed class MdevKind : SubDeviceKind
{
    public override IReadOnlyCollection<AttributeName> Attributes(DesiredSubDevice desired, LedgerEntry? entry) =>
        AttributeComparison.Scope(((DesiredMdev)desired).Params, entry?.Written ?? []);

    public override PlanFinding? Obstacle(DesiredSubDevice desired, ObservedParent parent, ObservedState host)
    {
        var mdev = (DesiredMdev)desired;
        return !parent.OffersMdevs ? NoMdevs(mdev, parent, host)
            : !parent.MdevTypes.Any(type => type.Name == mdev.Type) ? UnknownType(mdev, parent)
            : mdev.Driver.Name is { } driver && !host.MdevDrivers.Contains(driver) ? UnknownDriver(mdev, driver, parent, host)
            : null;
    }

    public override IEnumerable<PlanAction> Create(DesiredSubDevice desired, ParentAddress parent, string reason) =>
        MdevCreation.Actions((DesiredMdev)desired, parent, reason);

    public override EquatableArray<Fallback> CreationFallbacks(DesiredSubDevice desired, ParentAddress parent) =>
        MdevCreation.Fallbacks((DesiredMdev)desired, parent);

    public override IEnumerable<PlanAction> Remove(ObservedSubDevice observed, string reason) =>
        [MdevComparison.Removal((ObservedMdev)observed, reason)];

    public override Comparison Compare(DesiredSubDevice desired, ObservedSubDevice observed, LedgerEntry? entry, LedgerDevlink? memory) =>
        new MdevComparison((DesiredMdev)desired, (ObservedMdev)observed, entry, memory).Compare();

    public override DesiredSubDevice Desire(Former former) => new FormerMdev(former).ToDesired();

    public override CreateSubDevice? Recreate(ObservedSubDevice former, string reason) => former is ObservedMdev { Type: { } type } mdev
        ? new CreateMdev { Parent = mdev.Parent, Id = mdev.Id, Uuid = mdev.Uuid, Type = type, Reason = reason }
        : null;

    public override IEnumerable<PlanFinding> CheckRoom(ObservedParent parent, IReadOnlyCollection<DeviceChange> changes) =>
        MdevRoom.Check(parent, changes);

    private static PlanFinding NoMdevs(DesiredMdev mdev, ObservedParent parent, ObservedState host) => Blocked(
        mdev, parent, PlanningCodes.NoMdevSupport,
        $"{mdev.Name}: {parent.Address} exists and offers no mediated devices", MdevAbsence.Hint(host));

    private static PlanFinding UnknownType(DesiredMdev mdev, ObservedParent parent)
    {
        var offered = parent.MdevTypes.Select(type => type.Name.ToString()).ToList();
        var list = offered.Count == 0 ? "it offers none now" : $"it offers {string.Join(", ", offered)}";
        return Blocked(mdev, parent, PlanningCodes.UnknownType,
            $"{mdev.Name}: {parent.Address} does not offer the mdev type {mdev.Type}; {list}",
            Suggestion.For(mdev.Type.ToString(), offered));
    }

    private static PlanFinding UnknownDriver(DesiredMdev mdev, DriverName driver, ObservedParent parent, ObservedState host)
    {
        var registered = host.MdevDrivers.Select(each => each.ToString()).ToList();
        var list = registered.Count == 0 ? "none is" : $"registered: {string.Join(", ", registered)}";
        return Blocked(mdev, parent, PlanningCodes.UnknownDriver,
            $"{mdev.Name}: driver {driver} is not registered on the mdev bus; {list}",
            Suggestion.For(driver.ToString(), registered) ?? "load the module that provides it");
    }

    private static PlanFinding Blocked(
        DesiredMdev mdev, ObservedParent parent, DiagnosticCode code, string message, string? hint) =>
        new(FindingEffect.Blocks, parent.Address, mdev.Id, new(code, Severity.Error, mdev.Span, message, hint));
}
