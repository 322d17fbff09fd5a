using System.Runtime.InteropServices;

namespace MdevDesired.Linux.Netlink.Route;

/// <summary>What every message about an address starts with: <c>struct ifaddrmsg</c> (include/uapi/linux/if_addr.h).</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct AddressHeader(byte Family, byte PrefixLength, byte Flags, byte Scope, int Index)
{
    /// <summary>In bytes.</summary>
    public const int Size = 8;

    /// <exception cref="NetlinkProtocolException">The payload is shorter.</exception>
    public static AddressHeader Of(NetlinkMessage message) =>
        MemoryMarshal.TryRead<AddressHeader>(message.Payload, out var header)
            ? header
            : throw new NetlinkProtocolException("a message about an address lacks its header");

    public static AddressHeader ForIndex(int index) => new(0, 0, 0, 0, index);
}
