using System.Runtime.InteropServices;

namespace MdevDesired.Linux.Netlink.Route;

/// <summary>What every message about a link starts with: <c>struct ifinfomsg</c> (include/uapi/linux/rtnetlink.h).</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct LinkHeader(byte Family, byte Padding, ushort Type, int Index, uint Flags, uint Change)
{
    /// <summary>In bytes.</summary>
    public const int Size = 16;

    /// <exception cref="NetlinkProtocolException">The payload is shorter.</exception>
    public static LinkHeader Of(NetlinkMessage message) =>
        MemoryMarshal.TryRead<LinkHeader>(message.Payload, out var header)
            ? header
            : throw new NetlinkProtocolException("a message about a link lacks its header");

    public static LinkHeader ForIndex(int index) => new(0, 0, 0, index, 0, 0);
}
