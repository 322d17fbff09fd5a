namespace MdevDesired.Linux.Netlink;

/// <summary>The netlink protocols that are spoken here (NETLINK_*, include/uapi/linux/netlink.h).</summary>
internal enum NetlinkProtocol
{
    Route = 0,

    KobjectUevent = 15,

    Generic = 16,
}
