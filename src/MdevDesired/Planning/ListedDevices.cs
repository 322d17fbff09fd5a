using MdevDesired.Diagnostics;
using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Planning.Devlink;
using MdevDesired.Planning.Mdevs;

namespace MdevDesired.Planning;

/// <summary>Plans the sub devices that the documents list.</summary>
internal sealed class ListedDevices(PlanContext context)
{
    private readonly List<DeviceChange> _changes = [];
    private readonly List<PlanFinding> _findings = [];

    public IReadOnlyList<DeviceChange> Changes => _changes;

    public IReadOnlyList<PlanFinding> Findings => _findings;

    public int InSync { get; private set; }

    public void Plan()
    {
        foreach (var desired in context.Desired.Parents.Where(parent => context.Options.Covers(parent.Address)))
        {
            PlanParent(desired);
        }
    }

    private void PlanParent(DesiredParent desired)
    {
        if (context.FindParent(desired.Address) is not { } parent || !IsParent(desired, parent))
        {
            _findings.Add(Absent(desired));
            return;
        }

        var withoutDevlink = parent.Devlink is null && NeedsDevlink(desired);
        if (withoutDevlink)
        {
            _findings.Add(NoDevlink(desired, parent));
        }

        foreach (var device in desired.SubDevices.Where(device => !withoutDevlink || device is not DesiredSubfunction))
        {
            PlanDevice(device, parent);
        }
    }

    private static bool NeedsDevlink(DesiredParent desired) => !desired.Devlink.IsEmpty || desired.SubDevices.Any(device => device is DesiredSubfunction);

    private PlanFinding NoDevlink(DesiredParent desired, ObservedParent parent) => new(
        FindingEffect.Blocks, parent.Address, null, new(
            PlanningCodes.NoDevlink, Severity.Error, desired.Span,
            DevlinkAbsence.Of(parent.Address, context.Observed) + LeftOut(desired.SubDevices.Count(device => device is DesiredSubfunction)),
            DevlinkAbsence.Hint(context.Observed)));

    // A device that offers nothing at all is told of once, and not once for each sub device.
    private static bool IsParent(DesiredParent desired, ObservedParent parent) =>
        parent.OffersMdevs || parent.Devlink is not null || NeedsDevlink(desired);

    private void PlanDevice(DesiredSubDevice desired, ObservedParent parent)
    {
        if (context.Pending(desired.Id) is { } operation)
        {
            _findings.Add(ObstacleFinding.Of(PendingOperation.Of(operation), parent.Address, desired.Id, desired.Name, desired.Span));
            return;
        }

        var kind = SubDeviceKinds.Of(desired.Id);
        var observed = context.Find(desired.Id);
        var entry = observed is null ? null : context.Owner(observed);
        var comparison = observed?.Parent == parent.Address ? kind.Compare(desired, observed, entry, context.Memory(desired.Id)) : Comparison.Equal;
        if (observed is not null && entry is null && Foreign(desired, parent, observed, comparison) is { } finding)
        {
            _findings.Add(finding);
            return;
        }

        _findings.AddRange(comparison.Obstacles.Select(each => ObstacleFinding.Of(each, parent.Address, desired.Id, desired.Name, desired.Span)));
        if (Change(kind, desired, parent, observed, entry, comparison) is not { } change)
        {
            InSync += comparison.Obstacles.All(each => each.IsNote) ? 1 : 0;
        }
        else if (change.Kind != ChangeKind.Adopt && kind.Obstacle(desired, parent, context.Observed) is { } obstacle)
        {
            _findings.Add(obstacle);
        }
        else
        {
            _changes.Add(change);
        }
    }

    private DeviceChange? Change(
        SubDeviceKind kind,
        DesiredSubDevice desired,
        ObservedParent parent,
        ObservedSubDevice? observed,
        LedgerEntry? entry,
        Comparison comparison)
    {
        var builder = new ChangeBuilder(kind, desired, observed, parent.Address, context.Maker);
        return observed is null ? builder.Create()
            : observed.Parent != parent.Address ? builder.Replace($"it is on {observed.Parent}, listed is {parent.Address}")
            : builder.Mend(entry, comparison);
    }

    // Without --adopt a device made by others is only ever taken into the ledger, and only when it is as listed.
    private PlanFinding? Foreign(DesiredSubDevice desired, ObservedParent parent, ObservedSubDevice observed, Comparison comparison)
    {
        if (context.Options.Adopt)
        {
            return null;
        }

        if (observed.Parent != parent.Address)
        {
            return Blocked(desired, parent, PlanningCodes.ForeignElsewhere,
                $"{desired.Name}: {desired.Id} {context.Maker.Elsewhere(observed.Parent)}, and exists once in the whole host",
                "give it another UUID, remove the other device by hand, or take it over with --adopt");
        }

        return comparison.Reason is { } reason
            ? Blocked(desired, parent, PlanningCodes.ForeignDiffers, $"{desired.Name}: {desired.Id} {context.Maker.Differs}: {reason}",
                "remove it by hand, change the document, or take it over with --adopt")
            : null;
    }

    private static PlanFinding Blocked(
        DesiredSubDevice desired, ObservedParent parent, DiagnosticCode code, string message, string hint) =>
        new(FindingEffect.Blocks, parent.Address, desired.Id, new(code, Severity.Error, desired.Span, message, hint));

    private PlanFinding Absent(DesiredParent desired)
    {
        var exists = context.FindParent(desired.Address) is not null;
        var (code, what) = exists
            ? (PlanningCodes.NoMdevSupport, "exists and offers no mediated devices")
            : (PlanningCodes.ParentAbsent, "is absent");
        var message = $"parent {desired.Address} {what}{LeftOut(desired.SubDevices.Count)}";
        var severity = desired.Optional ? Severity.Warning : Severity.Error;
        return new(
            desired.Optional ? FindingEffect.Notes : FindingEffect.Blocks,
            desired.Address,
            null,
            new(code, severity, desired.Span, message, AbsentHint(desired, exists)));
    }

    private static string LeftOut(int subDevices) => subDevices switch
    {
        0 => "",
        1 => "; its sub device is left out",
        _ => $"; its {subDevices} sub devices are left out",
    };

    private string AbsentHint(DesiredParent desired, bool exists) =>
        !exists && NeedsDevlink(desired) && !desired.SubDevices.Any(device => device is DesiredMdev) ? AbsentInstanceHint(desired)
        : exists || !context.Observed.HasMdevBus ? MdevAbsence.Hint(context.Observed)
        : Suggestion.For(desired.Address.ToString(), Known()) ?? "\"mdev-desired show\" lists the parents of this host";

    private string AbsentInstanceHint(DesiredParent desired) => context.Observed.HasDevlink
        ? Suggestion.For(desired.Address.ToString(), Known()) ?? "\"devlink dev show\" lists the devlink instances of this host"
        : DevlinkAbsence.Hint(context.Observed);

    private IEnumerable<string> Known() =>
        context.Observed.Parents.Where(parent => parent.OffersMdevs || parent.Devlink is not null).Select(parent => parent.Address.ToString());
}
