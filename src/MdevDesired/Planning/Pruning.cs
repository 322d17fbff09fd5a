using MdevDesired.Diagnostics;
using MdevDesired.Model;

namespace MdevDesired.Planning;

/// <summary>Plans the removal of sub devices that no document lists, as the <c>prune</c> of their parent says.</summary>
internal sealed class Pruning(PlanContext context)
{
    private readonly List<DeviceChange> _changes = [];
    private readonly Dictionary<string, int> _left = [];
    private readonly List<PlanFinding> _pending = [];

    public IReadOnlyList<DeviceChange> Changes => _changes;

    public IEnumerable<PlanFinding> Findings => _left.Select(pair => Left(pair.Key, pair.Value)).Concat(_pending);

    public void Plan()
    {
        foreach (var device in context.Observed.SubDevices.Where(Concerns))
        {
            if (context.Pending(device.Id) is { } operation)
            {
                _pending.Add(ObstacleFinding.Of(PendingOperation.Of(operation), device.Parent, device.Id, context.Owner(device)?.Name ?? device.Id.Label, null));
            }
            else if (Reason(device) is { } reason)
            {
                _changes.Add(Removal(device, reason));
            }
        }
    }

    private bool Concerns(ObservedSubDevice device) => !context.IsDesired(device.Id) && context.Options.Covers(device.Parent);

    private string? Reason(ObservedSubDevice device)
    {
        var parent = context.FindDesired(device.Parent);
        return context.Owner(device) is { } entry ? OwnedReason(entry, parent)
            : parent is { Prune: PruneMode.All, ManagedBy.Count: > 0 } ? $"{context.Maker.Brief}, is not listed, and prune is all"
            : null;
    }

    private string? OwnedReason(LedgerEntry entry, DesiredParent? parent)
    {
        if (!context.Desired.Documents.Contains(entry.Document))
        {
            return Unclaimed(entry, parent);
        }

        var keeps = parent is not null
            && (parent.Prune == PruneMode.None || (parent.ListedBy.Contains(entry.Document) && !parent.ManagedBy.Contains(entry.Document)));
        return keeps ? null : $"is no longer listed by {entry.Document}";
    }

    private string? Unclaimed(LedgerEntry entry, DesiredParent? parent)
    {
        if (context.Options.PruneRemoved && parent?.Prune != PruneMode.None)
        {
            return $"was created for {entry.Document}, which is not in this input";
        }

        if (parent is { Prune: PruneMode.All, ManagedBy.Count: > 0 })
        {
            return "is not listed, and prune is all";
        }

        _left[entry.Document] = _left.GetValueOrDefault(entry.Document) + 1;
        return null;
    }

    private DeviceChange Removal(ObservedSubDevice device, string reason)
    {
        var entry = context.Owner(device);
        return new()
        {
            Kind = ChangeKind.Remove,
            Parent = device.Parent,
            Id = device.Id,
            Name = entry?.Name,
            Document = entry?.Document,
            Instance = device.Instance,
            Reason = reason,
            Actions = SubDeviceKinds.Of(device.Id).Remove(device, reason)
                .Select(action => new PlannedAction(Stage.Removal, action))
                .ToEquatableArray(),
        };
    }

    private static PlanFinding Left(string document, int count) =>
        new(FindingEffect.Notes, null, null, new(PlanningCodes.DocumentNotInInput, Severity.Note, null,
            $"{count} {(count == 1 ? "device" : "devices")} created for document {document}, which is not in this input, "
            + (count == 1 ? "is left as it is" : "are left as they are"),
            "--prune-removed removes them"));
}
