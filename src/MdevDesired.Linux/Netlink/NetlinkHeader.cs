using System.Runtime.InteropServices;

namespace MdevDesired.Linux.Netlink;

/// <summary>What every message starts with: <c>struct nlmsghdr</c> (include/uapi/linux/netlink.h).</summary>
/// <param name="Length">Of the whole message with this header, in bytes, without padding.</param>
/// <param name="Type">One of <see cref="NetlinkMessageType"/>, or what the family defines from 16 up.</param>
/// <param name="Flags">Of <see cref="NetlinkFlag"/>.</param>
/// <param name="Sequence">The request that is answered; 0 in a notification.</param>
/// <param name="Port">The socket that asked; 0 in a notification.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct NetlinkHeader(uint Length, ushort Type, ushort Flags, uint Sequence, uint Port)
{
    /// <summary>In bytes.</summary>
    public const int Size = 16;

    /// <exception cref="NetlinkProtocolException">There is no header, or its length does not fit.</exception>
    public static NetlinkHeader Read(ReadOnlySpan<byte> bytes)
    {
        if (!MemoryMarshal.TryRead<NetlinkHeader>(bytes, out var header))
        {
            throw new NetlinkProtocolException($"{bytes.Length} bytes are no message: its header has {Size}");
        }

        if (header.Length < Size || header.Length > bytes.Length)
        {
            throw new NetlinkProtocolException($"a message claims {header.Length} bytes of {bytes.Length}");
        }

        return header;
    }

    public void Write(Span<byte> destination) => MemoryMarshal.Write(destination, this);
}
