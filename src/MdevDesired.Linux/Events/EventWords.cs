using MdevDesired.Linux.Devlink;
using MdevDesired.Linux.Uevents;

namespace MdevDesired.Linux.Events;

/// <summary>Says what happened in a few words.</summary>
internal static class EventWords
{
    public const string Lost = "events that were lost";

    public static string Of(Uevent uevent) =>
        $"{uevent.MdevState ?? uevent.Action} of {uevent.DeviceName}{(uevent.Subsystem.Length == 0 ? "" : $" ({uevent.Subsystem})")}";

    public static string Of(DevlinkEvent announced) => announced switch
    {
        DevlinkDeviceSeen seen => $"devlink instance {seen.Device.Handle}",
        DevlinkDeviceGone gone => $"removal of the devlink instance {gone.Device}",
        DevlinkPortSeen { Port: var port } => $"devlink port {port.Device}/{port.Index}",
        DevlinkPortGone { Port: var port } => $"removal of the devlink port {port.Device}/{port.Index}",
        DevlinkParamSeen { Param: var param } => $"devlink param {param.Name} of {param.Device}",
        DevlinkParamGone { Param: var param } => $"removal of the devlink param {param.Name} of {param.Device}",
        _ => Lost,
    };
}
