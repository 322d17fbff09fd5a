using MdevDesired.Linux.Netlink;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Linux.Devlink;

/// <summary>Reads instances and switches (net/devlink/, devlink_nl_fill and devlink_nl_eswitch_fill).</summary>
internal static class DevlinkDecoder
{
    public static DevlinkDevice Device(NetlinkMessage message)
    {
        var attributes = Attributes(message);
        return new DevlinkDevice(Handle(attributes), attributes.Number<byte>(DevlinkAttribute.ReloadFailed) is > 0);
    }

    public static DevlinkEswitch Eswitch(NetlinkMessage message)
    {
        var attributes = Attributes(message);
        return new DevlinkEswitch(
            Handle(attributes),
            (DevlinkEswitchMode?)attributes.Number<ushort>(DevlinkAttribute.EswitchMode),
            (DevlinkInlineMode?)attributes.Number<byte>(DevlinkAttribute.EswitchInlineMode),
            (DevlinkEncapMode?)attributes.Number<byte>(DevlinkAttribute.EswitchEncapMode));
    }

    public static DevlinkReloadActions Reload(NetlinkMessage message)
    {
        var performed = Attributes(message).Required<Bitfield32>(DevlinkAttribute.ReloadActionsPerformed);
        return (DevlinkReloadActions)(performed.Value & performed.Selector);
    }

    public static NetlinkAttributes Attributes(NetlinkMessage message) => message.Attributes(GenericHeader.Size);

    /// <exception cref="NetlinkProtocolException">The names are missing or are no path segments.</exception>
    public static DevlinkHandle Handle(NetlinkAttributes attributes)
    {
        var bus = attributes.RequiredText(DevlinkAttribute.BusName);
        var name = attributes.RequiredText(DevlinkAttribute.DevName);
        return DevlinkHandle.TryCreate(bus, name, out var handle)
            ? handle
            : throw new NetlinkProtocolException($"\"{bus}\" and \"{name}\" name no devlink instance");
    }
}
