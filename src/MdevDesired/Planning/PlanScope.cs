using MdevDesired.Model;
using MdevDesired.Model.Subfunctions;

namespace MdevDesired.Planning;

/// <summary>What must be observed before a desired state can be compared.</summary>
internal static class PlanScope
{
    public static ObservationScope Of(DesiredState desired, Ledger ledger)
    {
        var entries = ledger.Entries.ToDictionary(entry => entry.Id);
        return new(
            [.. desired.Parents.Select(parent => parent.Address)],
            desired.SubDevices
                .Select(device => (device.Id, Names: SubDeviceKinds.Of(device.Id).Attributes(device, entries.GetValueOrDefault(device.Id))))
                .Where(pair => pair.Names.Count > 0)
                .ToDictionary(pair => pair.Id, pair => pair.Names))
        {
            Devlink = Devlink(desired, ledger),
        };
    }

    // Where nothing of it can matter, the kernel is not asked for devlink at all.
    private static DevlinkScope Devlink(DesiredState desired, Ledger ledger)
    {
        var devices = desired.SubDevices.ToList();
        var parents = desired.Parents.Where(parent => !parent.Devlink.IsEmpty).ToList();
        var named = devices.Any(device => device.Ports.Any(port => port.Netdev is not null) || device is DesiredSubfunction { Representor: not null });
        var isWanted = parents.Count > 0
            || devices.Exists(device => device is DesiredSubfunction || device.HasDevlink)
            || ledger.Entries.Any(entry => entry.Id is SubfunctionId)
            || ledger.Devlink.Count > 0
            || desired.Parents.Any(parent => parent.Prune == PruneMode.All);
        return !isWanted
            ? DevlinkScope.Nothing
            : new(
                Subfunctions: true,
                Params: parents.Exists(parent => parent.Devlink.Params.Count > 0) || devices.Exists(device => device.DevlinkParams.Count > 0),
                Netdevs: named,
                [.. parents.Where(parent => parent.Devlink.Eswitch is not null).Select(parent => parent.Address)]);
    }
}
