using MdevDesired.Diagnostics;
using MdevDesired.Model;

namespace MdevDesired.Planning;

/// <summary>
/// Takes out of a plan what would disturb a device that a process holds open. A fallback that would disturb it is dropped, so that a
/// refusal of the kernel is reported and nothing more is done.
/// </summary>
internal sealed class InUse(PlanContext context)
{
    private readonly List<PlanFinding> _findings = [];

    public IReadOnlyList<PlanFinding> Findings => _findings;

    /// <summary>The change as it may be made, or null when it may not be made at all.</summary>
    public DeviceChange? Spare(DeviceChange change)
    {
        var holders = context.Holders(change.Id).ToList();
        if (holders.Count == 0 || !change.MayDisrupt)
        {
            return change;
        }

        if (!change.Disrupts)
        {
            return change with { Fallbacks = [] };
        }

        _findings.Add(Finding(change, holders));
        return null;
    }

    private static PlanFinding Finding(DeviceChange change, List<DeviceHolder> holders)
    {
        var who = string.Join(", ", holders.Select(holder => $"process {holder.Pid} ({holder.Command}) has {holder.Path} open"));
        var name = change.Name is { } known ? $"{known}: " : "";
        var (what, which) = change.Id is ParentId ? ("its sub devices", "them") : ("it", "it");
        return new(FindingEffect.Blocks, change.Parent, change.Id, new(PlanningCodes.InUse, Severity.Error, change.Desired?.Span,
            $"{name}{change.Id} is in use and stays as it is: {who}",
            $"{what} would be taken away ({change.Reason}): apply again when the process has let go of {which}"));
    }
}
