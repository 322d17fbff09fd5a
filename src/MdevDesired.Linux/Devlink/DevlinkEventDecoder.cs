using MdevDesired.Linux.Netlink;

namespace MdevDesired.Linux.Devlink;

/// <summary>Reads announcements, which are whole messages of what they announce.</summary>
internal static class DevlinkEventDecoder
{
    /// <summary>The event, or null when it is of a kind that is not used here (traps, health, flash, regions).</summary>
    public static DevlinkEvent? Decode(NetlinkMessage message) => (DevlinkCommand)GenericHeader.Of(message).Command switch
    {
        DevlinkCommand.New => new DevlinkDeviceSeen(DevlinkDecoder.Device(message)),
        DevlinkCommand.Del => new DevlinkDeviceGone(DevlinkDecoder.Device(message).Handle),
        DevlinkCommand.PortNew => new DevlinkPortSeen(DevlinkPortDecoder.Decode(message)),
        DevlinkCommand.PortDel => new DevlinkPortGone(DevlinkPortDecoder.Decode(message)),
        DevlinkCommand.ParamNew => new DevlinkParamSeen(DevlinkParamDecoder.Decode(message)),
        DevlinkCommand.ParamDel => new DevlinkParamGone(DevlinkParamDecoder.Decode(message)),
        _ => null,
    };
}
