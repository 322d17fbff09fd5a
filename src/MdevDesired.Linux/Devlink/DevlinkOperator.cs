using MdevDesired.Applying;
using MdevDesired.Linux.Netlink;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Linux.Devlink;

/// <summary>
/// Changes what devlink has, one message each. Every member throws <see cref="KernelException"/> when refused, with the command
/// line of devlink(8) as its target, and returns when the driver is done, however long that takes.
/// </summary>
internal sealed class DevlinkOperator(DevlinkChannel channel)
{
    public void SetParam(DevlinkHandle device, string name, DevlinkParamCmode cmode, DevlinkParamValue value) => channel.Execute(
        new NetlinkAttempt("devlink dev param set", $"{device} name {name} value {value} cmode {DevlinkWord.Of(cmode)}"),
        DevlinkCommand.ParamSet,
        device,
        request => DevlinkEncoder.Param(request, name, cmode, value));

    /// <summary>Sets the embedded switch. To legacy it deletes every subfunction of the device.</summary>
    public void SetEswitch(DevlinkHandle device, DevlinkEswitchChange change) => channel.Execute(
        new NetlinkAttempt("devlink dev eswitch set", $"{device} {change}"),
        DevlinkCommand.EswitchSet,
        device,
        request => DevlinkEncoder.Eswitch(request, change));

    /// <summary>Reloads the driver's part, so that driverinit params take effect.</summary>
    /// <returns>What was really done.</returns>
    public DevlinkReloadActions Reload(DevlinkHandle device) => channel.ExecuteForOne(
        new NetlinkAttempt("devlink dev reload", $"{device} action driver_reinit"),
        DevlinkCommand.Reload,
        device,
        DevlinkEncoder.DriverReinit,
        DevlinkDecoder.Reload);

    /// <summary>Makes a subfunction, inactive, and returns its port.</summary>
    public DevlinkPort AddPort(DevlinkSubfunction subfunction) => channel.ExecuteForOne(
        new NetlinkAttempt("devlink port add", subfunction.ToString()),
        DevlinkCommand.PortNew,
        subfunction.Parent,
        request => DevlinkEncoder.Subfunction(request, subfunction),
        DevlinkPortDecoder.Decode);

    public void DeletePort(DevlinkHandle device, uint index) => channel.Execute(
        new NetlinkAttempt("devlink port del", $"{device}/{index}"),
        DevlinkCommand.PortDel,
        device,
        request => request.Put(DevlinkAttribute.PortIndex, index));

    public void SetPortFunction(DevlinkHandle device, uint index, DevlinkPortFunctionChange change) => channel.Execute(
        new NetlinkAttempt("devlink port function set", $"{device}/{index} {change}"),
        DevlinkCommand.PortSet,
        device,
        request => DevlinkEncoder.PortFunction(request, index, change));

    public void SetPortType(DevlinkHandle device, uint index, DevlinkPortType type) => channel.Execute(
        new NetlinkAttempt("devlink port set", $"{device}/{index} type {DevlinkWord.Of(type)}"),
        DevlinkCommand.PortSet,
        device,
        request => request.Put(DevlinkAttribute.PortIndex, index).Put(DevlinkAttribute.PortType, (ushort)type));
}
