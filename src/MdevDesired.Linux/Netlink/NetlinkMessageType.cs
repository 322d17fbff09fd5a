namespace MdevDesired.Linux.Netlink;

/// <summary>Types of message that every family has (NLMSG_*, include/uapi/linux/netlink.h).</summary>
internal static class NetlinkMessageType
{
    public const ushort Noop = 1;

    /// <summary>An ack, positive when its number is zero.</summary>
    public const ushort Error = 2;

    /// <summary>The end of a dump, which may have failed half way.</summary>
    public const ushort Done = 3;
}
