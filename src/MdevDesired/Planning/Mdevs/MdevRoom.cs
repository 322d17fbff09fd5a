using MdevDesired.Diagnostics;
using MdevDesired.Model;
using MdevDesired.Model.Mdevs;

namespace MdevDesired.Planning.Mdevs;

/// <summary>
/// Holds what a parent shall create against what it says is available. Types often share one pool whose prices sysfs does not
/// show, so room is known to be short only for each type alone, and only where nothing is removed first.
/// </summary>
internal static class MdevRoom
{
    public static IEnumerable<PlanFinding> Check(ObservedParent parent, IReadOnlyCollection<DeviceChange> changes)
    {
        var frees = changes.SelectMany(change => change.Actions)
            .Any(planned => planned.Action is RemoveMdev && planned.Action.Parent == parent.Address);
        return changes
            .Where(change => change.Actions.Any(planned => planned.Action is CreateMdev && planned.Action.Parent == parent.Address))
            .GroupBy(change => ((DesiredMdev)change.Desired!).Type)
            .OrderBy(group => group.Key)
            .Select(group => Check(parent, group.Key, [.. group], frees))
            .OfType<PlanFinding>();
    }

    private static PlanFinding? Check(ObservedParent parent, MdevTypeName name, List<DeviceChange> creations, bool frees)
    {
        var available = parent.MdevTypes.First(type => type.Name == name).AvailableInstances;
        return available >= creations.Count || available is null ? null : Short(parent, name, available.Value, creations, frees);
    }

    private static PlanFinding Short(
        ObservedParent parent, MdevTypeName name, int available, List<DeviceChange> creations, bool frees)
    {
        var want = $"{parent.Address}: {creations.Count} more of type {name} {(creations.Count == 1 ? "is" : "are")} wanted, {available} "
            + (available == 1 ? "is available" : "are available");
        var span = creations[Math.Min(available, creations.Count - 1)].Desired!.Span;
        return frees
            ? Finding(FindingEffect.Notes, Severity.Warning, want + " before the removals of this plan", "apply removes first, then tries")
            : Finding(FindingEffect.Refuses, Severity.Error, want, "list fewer, or remove devices of this parent; nothing was changed");

        PlanFinding Finding(FindingEffect effect, Severity severity, string message, string hint) =>
            new(effect, parent.Address, null, new(PlanningCodes.NoRoom, severity, span, message, hint));
    }
}
