using System.Runtime.InteropServices;

namespace MdevDesired.Linux.Interop;

/// <summary><c>struct sockaddr_nl</c> (include/uapi/linux/netlink.h).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct SocketAddress
{
    public const ushort NetlinkFamily = 16;

    /// <summary>In bytes.</summary>
    public const uint Size = 12;

    public ushort Family;

    public ushort Padding;

    /// <summary>0: the kernel, or to be chosen by it.</summary>
    public uint Port;

    public uint Groups;

    public static SocketAddress Kernel => new() { Family = NetlinkFamily };
}
