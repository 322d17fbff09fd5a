using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Planning;
using MdevDesired.Planning.Devlink;

namespace MdevDesired.Reporting;

/// <summary>Finds how each device stands: from what the plan does to it, from what it says of it, and from its silence.</summary>
internal sealed class Standings(PlanContext context, HostAssessment assessment)
{
    private readonly Dictionary<DeviceId, DeviceChange> _changes = assessment.Plan.Changes.ToDictionary(change => change.Id);
    private readonly ILookup<DeviceId?, PlanFinding> _findings = assessment.Plan.Findings.ToLookup(finding => finding.Id);

    public DeviceStanding OfListed(DesiredSubDevice desired, ObservedParent? parent)
    {
        var device = context.Find(desired.Id);
        var (change, isThere) = (_changes.GetValueOrDefault(desired.Id), device is not null && device.Parent == parent?.Address);
        return Of(desired.Id, device, Listed(desired.Id, change, parent is not null, isThere)) with
        {
            Name = desired.Name,
            Document = desired.Document,
            Reason = change?.Reason,
        };
    }

    public DeviceStanding OfSettings(ParentAddress address, ObservedParent? parent)
    {
        var id = new ParentId(address);
        var change = _changes.GetValueOrDefault(id);
        return Of(id, null, Listed(id, change, parent is not null, parent?.Devlink is not null)) with { Reason = change?.Reason };
    }

    public DeviceStanding OfUnlisted(ObservedSubDevice device)
    {
        var (change, entry) = (_changes.GetValueOrDefault(device.Id), context.Owner(device));
        var standing = context.Pending(device.Id) is not null ? Standing.Pending
            : change is not null || IsBlocked(device.Id) ? Standing.Leftover
            : Standing.Unmanaged;
        return Of(device.Id, device, standing) with
        {
            Name = entry?.Name,
            Document = entry?.Document,
            Reason = change?.Reason ?? (standing == Standing.Unmanaged && entry is not null ? Kept(entry) : null),
        };
    }

    private Standing Listed(DeviceId id, DeviceChange? change, bool hasParent, bool isThere) =>
        context.Pending(id) is not null ? Standing.Pending
        : !hasParent ? Standing.ParentAbsent
        : IsBlocked(id) ? Standing.Blocked
        : change is null ? (isThere ? Standing.InSync : Standing.Blocked)
        : change.Kind == ChangeKind.Create ? Standing.Missing
        : change.Kind == ChangeKind.Adopt ? Standing.InSync
        : OnlyReloads(change) ? Standing.Pending
        : Standing.Drifted;

    private bool IsBlocked(DeviceId id) => _findings[id].Any(finding => finding.Effect != FindingEffect.Notes);

    // What was set and not taken up is not different: it only waits.
    private bool OnlyReloads(DeviceChange change) =>
        context.Memory(change.Id) is { ReloadPending: true }
        && change.Actions.Any(planned => planned.Action is ReloadDevlink)
        && change.Actions.All(planned => planned.Action is ReloadDevlink or SetEswitch);

    private string Kept(LedgerEntry entry) => context.Desired.Documents.Contains(entry.Document)
        ? $"is no longer listed by {entry.Document}, and prune keeps it"
        : $"was created for {entry.Document}, which is not in this input";

    private DeviceStanding Of(DeviceId id, ObservedSubDevice? device, Standing standing) => new()
    {
        Id = id,
        Standing = standing,
        Observed = device,
        MadeBy = device is null ? null : MakerOf(device),
        ReloadPending = context.Memory(id) is { ReloadPending: true },
        Holders = id is ParentId ? [] : context.Holders(id).ToEquatableArray(),
        Findings = _findings[id].Select(finding => finding.Diagnostic).ToEquatableArray(),
    };

    private Maker MakerOf(ObservedSubDevice device) =>
        context.Owner(device) is not null ? Maker.ThisTool : assessment.Ledger.IsKnown ? Maker.Others : Maker.Unknown;
}
