using System.Collections.Immutable;
using MdevDesired.Applying;
using MdevDesired.Linux.Netlink;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Linux.Devlink;

/// <summary>
/// Reads what devlink has: one dump per kind for the whole host. Every member throws <see cref="KernelException"/> when refused.
/// </summary>
internal sealed class DevlinkObserver(DevlinkChannel channel)
{
    private const string Everything = "all devices";

    public ImmutableArray<DevlinkDevice> Devices() =>
        channel.Dump(new NetlinkAttempt("devlink dev show", Everything), DevlinkCommand.Get, DevlinkDecoder.Device);

    /// <summary>One instance.</summary>
    public DevlinkDevice Device(DevlinkHandle device) => channel.ExecuteForOne(
        new NetlinkAttempt("devlink dev show", device.ToString()), DevlinkCommand.Get, device, static _ => { }, DevlinkDecoder.Device);

    /// <summary>Every port. Its function is asked of the firmware, one port after another.</summary>
    public ImmutableArray<DevlinkPort> Ports() =>
        channel.Dump(new NetlinkAttempt("devlink port show", Everything), DevlinkCommand.PortGet, DevlinkPortDecoder.Decode);

    public ImmutableArray<DevlinkParam> Params() =>
        channel.Dump(
            new NetlinkAttempt("devlink dev param show", Everything), DevlinkCommand.ParamGet, DevlinkParamDecoder.Decode);

    /// <summary>The ports of one instance, ordered by index: from Linux 6.6 the kernel sends no others.</summary>
    public EquatableArray<DevlinkPort> Ports(DevlinkHandle device) => channel
        .Dump(new NetlinkAttempt("devlink port show", device.ToString()), DevlinkCommand.PortGet, device, DevlinkPortDecoder.Decode)
        .Where(port => port.Device == device)
        .OrderBy(port => port.Index)
        .ToEquatableArray();

    /// <summary>The params of one instance, ordered by name.</summary>
    public EquatableArray<DevlinkParam> Params(DevlinkHandle device) => channel
        .Dump(new NetlinkAttempt("devlink dev param show", device.ToString()), DevlinkCommand.ParamGet, device, DevlinkParamDecoder.Decode)
        .Where(param => param.Device == device)
        .OrderBy(param => param.Name, StringComparer.Ordinal)
        .ToEquatableArray();

    /// <summary>The embedded switch of a device: there is no dump of these. Takes CAP_NET_ADMIN, else EPERM.</summary>
    public DevlinkEswitch Eswitch(DevlinkHandle device) => channel.ExecuteForOne(
        new NetlinkAttempt("devlink dev eswitch show", device.ToString()),
        DevlinkCommand.EswitchGet,
        device,
        static _ => { },
        DevlinkDecoder.Eswitch);

    /// <summary>One port, to follow its opstate.</summary>
    public DevlinkPort Port(DevlinkHandle device, uint index) => channel.ExecuteForOne(
        new NetlinkAttempt("devlink port show", $"{device}/{index}"),
        DevlinkCommand.PortGet,
        device,
        request => request.Put(DevlinkAttribute.PortIndex, index),
        DevlinkPortDecoder.Decode);

    /// <summary>One param.</summary>
    public DevlinkParam Param(DevlinkHandle device, string name) => channel.ExecuteForOne(
        new NetlinkAttempt("devlink dev param show", $"{device} name {name}"),
        DevlinkCommand.ParamGet,
        device,
        request => request.PutText(DevlinkAttribute.ParamName, name),
        DevlinkParamDecoder.Decode);
}
