using MdevDesired.Model;

namespace MdevDesired.Planning;

/// <summary>Makes the change that one listed sub device needs.</summary>
/// <param name="kind">Its kind.</param>
/// <param name="desired">What the document lists.</param>
/// <param name="observed">What the host has of it, or null.</param>
/// <param name="parent">The parent that it shall have.</param>
/// <param name="maker">What is said of one that is not owned.</param>
internal sealed class ChangeBuilder(
    SubDeviceKind kind, DesiredSubDevice desired, ObservedSubDevice? observed, ParentAddress parent, MakerWords maker)
{
    private const string ListedAndAbsent = "is listed and absent";

    public DeviceChange Create() =>
        Change(ChangeKind.Create, ListedAndAbsent, Creation(ListedAndAbsent), kind.CreationFallbacks(desired, parent));

    public DeviceChange Replace(string reason) =>
        Change(
            ChangeKind.Replace,
            reason,
            [.. Staged(Stage.Removal, kind.Remove(observed!, reason)), .. Creation(reason)],
            kind.CreationFallbacks(desired, parent));

    /// <summary>The change for a device on its right parent, or null when it is as listed and owned.</summary>
    public DeviceChange? Mend(LedgerEntry? entry, Comparison comparison)
    {
        var adopt = AdoptReason(entry) is { } why ? Staged(Stage.Change, [Adoption(why)]) : [];
        return comparison.Replace ? Replace(comparison.Reason!)
            : comparison.Reason is { } reason ? Mended(adopt, reason, comparison)
            : adopt is [var planned] ? Change(ChangeKind.Adopt, planned.Action.Reason, [planned], [])
            : null;
    }

    private DeviceChange Mended(IReadOnlyList<PlannedAction> adopt, string reason, Comparison comparison) =>
        Change(ChangeKind.Change, reason, [.. adopt, .. Staged(Stage.Change, comparison.Actions)], comparison.Fallbacks);

    private List<PlannedAction> Creation(string reason) => Staged(Stage.Creation, kind.Create(desired, parent, reason));

    private string? AdoptReason(LedgerEntry? entry) =>
        entry is null ? maker.ExistsAsListed
        : entry.Document != desired.Document ? $"moves here from document {entry.Document}"
        : entry.Name != desired.Name ? $"was named {entry.Name}"
        : entry.Protect != desired.Protect ? (desired.Protect ? "is protected from now on" : "is protected no longer")
        : null;

    private Adopt Adoption(string reason) => new() { Parent = parent, Id = desired.Id, Reason = reason };

    private DeviceChange Change(
        ChangeKind change, string reason, IReadOnlyList<PlannedAction> actions, EquatableArray<Fallback> fallbacks) => new()
        {
            Kind = change,
            Parent = parent,
            Id = desired.Id,
            Name = desired.Name,
            Document = desired.Document,
            Desired = desired,
            Instance = observed?.Instance,
            Reason = reason,
            Actions = actions.ToEquatableArray(),
            Fallbacks = fallbacks,
        };

    private static List<PlannedAction> Staged(Stage stage, IEnumerable<PlanAction> actions) =>
        [.. actions.Select(action => new PlannedAction(stage, action))];
}
