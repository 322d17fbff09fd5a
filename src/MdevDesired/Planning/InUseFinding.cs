using MdevDesired.Diagnostics;
using MdevDesired.Model;

namespace MdevDesired.Planning;

/// <summary>Says who uses a device that a plan spares or disturbs.</summary>
internal static class InUseFinding
{
    public static PlanFinding Spared(DeviceChange change, IReadOnlyCollection<DeviceHolder> holders)
    {
        var what = change.Id is ParentId ? "what stands on it would be taken away"
            : change.MayDisrupt ? "it would be taken away"
            : "its network interface would get another name";
        var until = holders.All(holder => holder is ProcessHolder) ? "the process has let go of it" : "that has ended";
        return Finding(FindingEffect.Blocks, PlanningCodes.InUse, Severity.Error, change,
            $"is in use and stays as it is: {Words(change, holders)}",
            $"{what} ({change.Reason}): apply again when {until}"
            + (holders.Any(holder => holder.IsVfio) ? "" : ", or with --allow-disruption"));
    }

    public static PlanFinding Disturbed(DeviceChange change, IReadOnlyCollection<DeviceHolder> holders) =>
        Finding(FindingEffect.Notes, PlanningCodes.Disturbed, Severity.Warning, change,
            $"is in use, and disruption is allowed: {Words(change, holders)}", null);

    private static PlanFinding Finding(FindingEffect effect, DiagnosticCode code, Severity severity, DeviceChange change, string words, string? hint) =>
        new(effect, change.Parent, change.Id, new(code, severity, change.Desired?.Span, $"{(change.Name is { } name ? $"{name}: " : "")}{change.Id} {words}", hint));

    private static string Words(DeviceChange change, IEnumerable<DeviceHolder> holders) =>
        string.Join(", ", holders.Select(holder => holder.Words + (holder.Id == change.Id ? "" : $" (of {holder.Id.Label})")));
}
