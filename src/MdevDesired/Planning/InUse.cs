using MdevDesired.Model;
using MdevDesired.Planning.Devlink;

namespace MdevDesired.Planning;

/// <summary>
/// Takes out of a plan what would disturb whoever uses a device. A fallback that would is dropped, so that a refusal of the kernel is
/// reported and nothing more is done. Where disruption is allowed, only a device that is open through VFIO is spared.
/// </summary>
internal sealed class InUse(PlanContext context)
{
    private readonly List<PlanFinding> _findings = [];

    public IReadOnlyList<PlanFinding> Findings => _findings;

    /// <summary>The change as it may be made, or null when it may not be made at all.</summary>
    public DeviceChange? Spare(DeviceChange change)
    {
        var holders = Disturbed(change).ToList();
        if (holders.Count == 0)
        {
            return change;
        }

        if (!holders.Exists(holder => holder.IsVfio) && DeviceUse.MayBeDisturbed(change, context.Options, context.FindDesired))
        {
            _findings.Add(InUseFinding.Disturbed(change, holders));
            return change;
        }

        if (change.MayDisrupt && !change.Disrupts && !Renames(change))
        {
            return change with { Fallbacks = [] };
        }

        _findings.Add(InUseFinding.Spared(change, holders));
        return null;
    }

    private IEnumerable<DeviceHolder> Disturbed(DeviceChange change)
    {
        var holders = context.Holders(change.Id);
        return change.MayDisrupt
            ? holders.Where(holder => !holder.IsRepresentor || DeviceUse.EndsRepresentor(change))
            : holders.OfType<NetdevHolder>().Where(holder => Renamed(change).Contains(holder.Netdev));
    }

    private bool Renames(DeviceChange change) =>
        context.Holders(change.Id).OfType<NetdevHolder>().Any(holder => Renamed(change).Contains(holder.Netdev));

    private IEnumerable<string?> Renamed(DeviceChange change) => change.Actions
        .Select(planned => planned.Action)
        .OfType<RenameNetdev>()
        .Select(rename => DeviceUse.Netdev(rename, context.Find(change.Id)));
}
