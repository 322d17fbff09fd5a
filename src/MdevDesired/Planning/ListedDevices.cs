using MdevDesired.Diagnostics;
using MdevDesired.Model;

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
        if (context.FindParent(desired.Address) is not { OffersMdevs: true } parent)
        {
            _findings.Add(Absent(desired));
            return;
        }

        foreach (var device in desired.SubDevices)
        {
            PlanDevice(device, parent);
        }
    }

    private void PlanDevice(DesiredSubDevice desired, ObservedParent parent)
    {
        var kind = SubDeviceKinds.Of(desired.Id);
        var observed = context.Find(desired.Id);
        var entry = observed is null ? null : context.Owner(observed);
        if (observed is not null && entry is null && Foreign(desired, parent, observed) is { } finding)
        {
            _findings.Add(finding);
        }
        else if (Change(kind, desired, parent, observed, entry) is not { } change)
        {
            InSync++;
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

    private static DeviceChange? Change(
        SubDeviceKind kind, DesiredSubDevice desired, ObservedParent parent, ObservedSubDevice? observed, LedgerEntry? entry)
    {
        var builder = new ChangeBuilder(kind, desired, parent.Address);
        return observed is null ? builder.Create()
            : observed.Parent != parent.Address ? builder.Replace(observed, $"it is on {observed.Parent}, listed is {parent.Address}")
            : builder.Mend(observed, entry, kind.Compare(desired, observed, entry));
    }

    // Without --adopt a device made by others is only ever taken into the ledger, and only when it is as listed.
    private PlanFinding? Foreign(DesiredSubDevice desired, ObservedParent parent, ObservedSubDevice observed)
    {
        if (context.Options.Adopt)
        {
            return null;
        }

        if (observed.Parent != parent.Address)
        {
            return Blocked(desired, parent, PlanningCodes.ForeignElsewhere,
                $"{desired.Name}: {desired.Id} belongs to a device of {observed.Parent} that others made, and exists once in the whole host",
                "give it another UUID, remove the other device by hand, or take it over with --adopt");
        }

        return SubDeviceKinds.Of(desired.Id).Compare(desired, observed, null).Reason is { } reason
            ? Blocked(desired, parent, PlanningCodes.ForeignDiffers, $"{desired.Name}: {desired.Id} was made by others and differs: {reason}",
                "remove it by hand, change the document, or take it over with --adopt")
            : null;
    }

    private static PlanFinding Blocked(
        DesiredSubDevice desired, ObservedParent parent, DiagnosticCode code, string message, string hint) =>
        new(FindingEffect.Blocks, parent.Address, desired.Id, new(code, Severity.Error, desired.Span, message, hint));

    private PlanFinding Absent(DesiredParent desired)
    {
        var exists = context.FindParent(desired.Address) is not null;
        var left = desired.SubDevices.Count switch { 0 => "", 1 => "; its sub device is left out", var n => $"; its {n} sub devices are left out" };
        var diagnostic = exists
            ? new Diagnostic(PlanningCodes.NoMdevSupport, Severity.Error, desired.Span,
                $"parent {desired.Address} exists and offers no mediated devices{left}", "load or bind the driver that provides them")
            : new Diagnostic(PlanningCodes.ParentAbsent, Severity.Error, desired.Span,
                $"parent {desired.Address} is absent{left}", Suggestion.For(desired.Address.ToString(), Known()) ?? "\"mdev-desired show\" lists the parents of this host");
        return desired.Optional
            ? new(FindingEffect.Notes, desired.Address, null, diagnostic with { Severity = Severity.Warning })
            : new(FindingEffect.Blocks, desired.Address, null, diagnostic);
    }

    private IEnumerable<string> Known() =>
        context.Observed.Parents.Where(parent => parent.OffersMdevs).Select(parent => parent.Address.ToString());
}
