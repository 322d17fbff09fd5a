using MdevDesired.Model.Devlink;
using MdevDesired.Model.Subfunctions;

namespace MdevDesired.Model;

/// <summary>The holders that an observation shows by itself: network interfaces that are up, and what is in another network namespace.</summary>
internal static class ShownHolders
{
    public static IEnumerable<DeviceHolder> Of(ObservedSubDevice device) =>
    [
        .. device is ObservedSubfunction subfunction ? Of(subfunction) : [],
        .. (device.Devlink?.Ports ?? []).SelectMany(port => Of(device.Id, port, $"the network interface of port {port.Index}")),
    ];

    /// <summary>Of a parent's own ports, those whose interface is elsewhere: one that is merely up is not in use.</summary>
    public static IEnumerable<DeviceHolder> Of(ObservedParent parent) => (parent.Devlink?.Ports ?? [])
        .Where(IsElsewhere)
        .Select(port => new NamespaceHolder(new ParentId(parent.Address), $"the network interface of port {port.Index}"));

    private static IEnumerable<DeviceHolder> Of(ObservedSubfunction subfunction) =>
    [
        .. subfunction.IsElsewhere ? [new NamespaceHolder(subfunction.Id, "its devlink instance")] : Array.Empty<DeviceHolder>(),
        .. Of(subfunction.Id, subfunction.Port, "its representor").Select(holder => holder with { IsRepresentor = true }),
    ];

    private static IEnumerable<DeviceHolder> Of(DeviceId id, DevlinkPort port, string what) =>
        IsElsewhere(port) ? [new NamespaceHolder(id, what)]
        : port is { Netdev: { } netdev, NetdevIsUp: true } ? [NetdevHolder.Up(id, netdev)]
        : [];

    // The kernel shows the interface only in its own network namespace (net/devlink/port.c, devlink_nl_port_fill).
    private static bool IsElsewhere(DevlinkPort port) => port is { Type: DevlinkPortType.Eth, Netdev: null };
}
