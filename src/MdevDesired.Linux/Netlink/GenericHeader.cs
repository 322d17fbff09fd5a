using System.Runtime.InteropServices;

namespace MdevDesired.Linux.Netlink;

/// <summary>The header of every generic netlink message: <c>struct genlmsghdr</c> (include/uapi/linux/genetlink.h).</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct GenericHeader(byte Command, byte Version, ushort Reserved = 0)
{
    /// <summary>In bytes.</summary>
    public const int Size = 4;

    /// <exception cref="NetlinkProtocolException">The payload is shorter.</exception>
    public static GenericHeader Of(NetlinkMessage message) =>
        MemoryMarshal.TryRead<GenericHeader>(message.Payload, out var header)
            ? header
            : throw new NetlinkProtocolException("a message has no generic netlink header");
}
