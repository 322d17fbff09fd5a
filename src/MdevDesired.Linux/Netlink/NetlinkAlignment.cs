namespace MdevDesired.Linux.Netlink;

/// <summary>Messages and attributes start at multiples of four (NLMSG_ALIGN, NLA_ALIGN: include/uapi/linux/netlink.h).</summary>
internal static class NetlinkAlignment
{
    private const int Unit = 4;

    /// <summary>The next multiple of four, in bytes.</summary>
    public static int Up(int length) => (length + Unit - 1) & -Unit;

    /// <summary>What follows the first <paramref name="length"/> bytes and their padding, which the last one may lack.</summary>
    public static ReadOnlySpan<byte> After(ReadOnlySpan<byte> bytes, int length) => bytes[Math.Min(Up(length), bytes.Length)..];
}
