using MdevDesired.Diagnostics;
using MdevDesired.Model;
using MdevDesired.Model.Subfunctions;

namespace MdevDesired.Planning;

/// <summary>
/// Takes out of a plan what would disturb a device that a process holds open, or that was moved to another network namespace. A
/// fallback that would disturb it is dropped, so that a refusal of the kernel is reported and nothing more is done.
/// </summary>
internal sealed class InUse(PlanContext context)
{
    private readonly List<PlanFinding> _findings = [];

    public IReadOnlyList<PlanFinding> Findings => _findings;

    /// <summary>The change as it may be made, or null when it may not be made at all.</summary>
    public DeviceChange? Spare(DeviceChange change)
    {
        var uses = change.MayDisrupt ? Uses(change.Id).ToList() : [];
        if (uses.Count == 0)
        {
            return change;
        }

        if (!change.Disrupts)
        {
            return change with { Fallbacks = [] };
        }

        _findings.Add(Finding(change, string.Join(", ", uses), context.Holders(change.Id).Any() ? "the process" : "that namespace"));
        return null;
    }

    private IEnumerable<string> Uses(DeviceId id) =>
    [
        .. context.Holders(id).Select(holder => $"process {holder.Pid} ({holder.Command}) has {holder.Path} open"),
        .. Devices(id).OfType<ObservedSubfunction>().Where(device => device.IsElsewhere)
            .Select(device => $"the devlink instance of {device.Id.Label} is in another network namespace"),
    ];

    // What happens to a parent happens to all that stands on it.
    private IEnumerable<ObservedSubDevice> Devices(DeviceId id) =>
        id is ParentId parent ? context.Observed.SubDevices.Where(device => device.Parent == parent.Address)
        : context.Find(id) is { } device ? [device]
        : [];

    private static PlanFinding Finding(DeviceChange change, string who, string whoLetsGo)
    {
        var name = change.Name is { } known ? $"{known}: " : "";
        var (what, which) = change.Id is ParentId ? ("its sub devices", "them") : ("it", "it");
        return new(FindingEffect.Blocks, change.Parent, change.Id, new(PlanningCodes.InUse, Severity.Error, change.Desired?.Span,
            $"{name}{change.Id} is in use and stays as it is: {who}",
            $"{what} would be taken away ({change.Reason}): apply again when {whoLetsGo} has let go of {which}"));
    }
}
