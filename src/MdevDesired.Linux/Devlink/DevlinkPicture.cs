using MdevDesired.Applying;
using MdevDesired.Linux.Auxiliary;
using MdevDesired.Linux.Interop;
using MdevDesired.Linux.Netlink.Route;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Linux.Devlink;

/// <summary>What devlink, rtnetlink and the auxiliary bus have, by one dump for each kind.</summary>
/// <param name="Instances">By handle; without the ports of subfunctions.</param>
/// <param name="Subfunctions">The ports that lead to subfunctions.</param>
/// <param name="Devices">The auxiliary devices of subfunctions.</param>
/// <param name="Drivers">The drivers of the auxiliary bus, ordered.</param>
internal sealed record DevlinkPicture(
    Dictionary<DevlinkHandle, ObservedDevlink> Instances,
    IReadOnlyList<DevlinkPort> Subfunctions,
    IReadOnlyList<AuxiliaryDevice> Devices,
    IReadOnlyList<DriverName> Drivers)
{
    /// <param name="devlink">Whom to ask.</param>
    /// <param name="sys">The folder /sys, or null when there is none.</param>
    /// <param name="scope">What is wanted.</param>
    /// <exception cref="KernelException">The kernel refused.</exception>
    public static DevlinkPicture Take(DevlinkObserver devlink, Folder? sys, DevlinkScope scope)
    {
        var found = devlink.Devices();
        var parameters = scope.Params ? devlink.Params().ToLookup(param => param.Device) : Enumerable.Empty<DevlinkParam>().ToLookup(param => param.Device);
        var ports = devlink.Ports();
        var up = scope.Netdevs && ports.Any(port => port.Ifindex is not null) ? LinksUp() : null;
        var shown = ports.Select(port => port with { NetdevIsUp = port.Ifindex is { } index ? up?.Contains((int)index) : null }).ToList();
        var plain = shown.Where(port => SubfunctionPorts.IdOf(port) is null).ToLookup(port => port.Device);
        var bus = sys is null ? null : new AuxiliaryBus(sys);
        var drivers = bus?.Drivers() ?? [];
        return new(
            found.DistinctBy(device => device.Handle).ToDictionary(device => device.Handle, device => Instance(device, parameters[device.Handle], plain[device.Handle])),
            Latest(shown),
            bus?.Subfunctions(drivers) ?? [],
            drivers);
    }

    // The list may change while it is read: one that is removed and added again meanwhile is shown twice.
    private static List<DevlinkPort> Latest(IEnumerable<DevlinkPort> ports) => [.. ports
        .Where(port => SubfunctionPorts.IdOf(port) is not null)
        .GroupBy(SubfunctionPorts.IdOf)
        .Select(same => same.Last())];

    private static HashSet<int> LinksUp()
    {
        using var rtnetlink = Rtnetlink.Open();
        return rtnetlink.Links().Where(link => link.IsUp).Select(link => link.Index).ToHashSet();
    }

    private static ObservedDevlink Instance(DevlinkDevice device, IEnumerable<DevlinkParam> parameters, IEnumerable<DevlinkPort> ports) => new()
    {
        Handle = device.Handle,
        ReloadFailed = device.ReloadFailed,
        Params = parameters.OrderBy(param => param.Name, StringComparer.Ordinal).ToEquatableArray(),
        Ports = ports.OrderBy(port => port.Index).ToEquatableArray(),
    };
}
