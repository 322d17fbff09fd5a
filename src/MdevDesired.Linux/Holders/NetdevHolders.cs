using MdevDesired.Linux.Interop;
using MdevDesired.Linux.Sysfs;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Subfunctions;

namespace MdevDesired.Linux.Holders;

/// <summary>Finds the network interfaces by which devices are used: those beneath their folders, and those of their devlink ports.</summary>
/// <param name="sys">The folder /sys.</param>
/// <param name="places">Where the devices are.</param>
/// <param name="observed">The whole host, with its devlink ports.</param>
/// <param name="wanted">The devices.</param>
/// <param name="use">Tells as what an interface is used.</param>
internal sealed class NetdevHolders(Folder sys, DevicePlaces places, ObservedState observed, HashSet<DeviceId> wanted, NetdevUse use)
{
    private const string Netdevs = "class/net";
    private const int BufferSize = 32 * 1024;

    /// <exception cref="Applying.KernelException">Something that must be readable is not.</exception>
    public IEnumerable<DeviceHolder> Find() => Beneath()
        .Concat(Elsewhere())
        .Concat(observed.SubDevices.Where(device => wanted.Contains(device.Id)).SelectMany(OfDevice))
        .Concat(observed.Parents.Where(parent => wanted.Contains(new ParentId(parent.Address))).SelectMany(OfParent))
        .OfType<DeviceHolder>();

    // What stands beneath a parent may be the representor of a subfunction: only its port tells.
    private IEnumerable<DeviceHolder?> Beneath()
    {
        var ofPorts = observed.Parents.SelectMany(parent => parent.Devlink?.Ports ?? [])
            .Concat(observed.SubDevices.OfType<ObservedSubfunction>().Select(device => device.Port))
            .Select(port => port.Netdev)
            .ToHashSet();
        return
            from name in FolderNames.OfLinks(sys, Netdevs, new byte[BufferSize])
            let place = places.Of(places.Target($"{Netdevs}/{name}"))
            where place is not null && !(place.IsParent && ofPorts.Contains(name))
            select place is { IsParent: true, Id: ParentId parent } ? use.OfUplink(parent, use.Find(name)) : use.Of(place.Id, use.Find(name));
    }

    // The folder of a device's interfaces is there as long as there is one, and shows those of this network namespace (lib/kobject.c).
    private IEnumerable<DeviceHolder> Elsewhere() => places.All
        .Where(place => sys.Status($"{place.Path}/net") is not null && FolderNames.OfFolders(sys, $"{place.Path}/net", new byte[BufferSize]).Count == 0)
        .Select(place => new NamespaceHolder(place.Id, "its network interface"));

    private IEnumerable<DeviceHolder?> OfDevice(ObservedSubDevice device) =>
    [
        .. (device.Devlink?.Ports ?? []).Select(port => use.Of(device.Id, use.Find(port.Ifindex))),
        device is ObservedSubfunction { Port: var port } && use.Of(device.Id, use.Find(port.Ifindex)) is { } holder
            ? holder with { IsRepresentor = true }
            : null,
    ];

    private IEnumerable<DeviceHolder?> OfParent(ObservedParent parent)
    {
        var id = new ParentId(parent.Address);
        return (parent.Devlink?.Ports ?? []).Select(port => port.Flavour is DevlinkPortFlavour.PciPf or DevlinkPortFlavour.PciVf
            ? use.Of(id, use.Find(port.Ifindex))
            : use.OfUplink(id, use.Find(port.Ifindex)));
    }
}
