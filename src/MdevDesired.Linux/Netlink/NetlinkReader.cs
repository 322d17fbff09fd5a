using MdevDesired.Applying;

namespace MdevDesired.Linux.Netlink;

/// <summary>Takes whole datagrams of the kernel from a socket into one buffer.</summary>
internal sealed class NetlinkReader(INetlinkSocket socket)
{
    // Twice what the kernel puts into one datagram of a dump (net/netlink/af_netlink.c, netlink_dump: 32 KiB at most, and it
    // fills as much as its reader has shown to take).
    private readonly byte[] _buffer = new byte[64 << 10];

    /// <summary>The next datagram; empty, with the reason, when there is none.</summary>
    /// <exception cref="NetlinkProtocolException">The datagram was longer than any is.</exception>
    public ReadOnlySpan<byte> Receive(TimeSpan timeout, out Errno? errno)
    {
        var deadline = Environment.TickCount64 + (long)timeout.TotalMilliseconds;
        NetlinkReceipt receipt;
        do
        {
            receipt = socket.Receive(_buffer, TimeSpan.FromMilliseconds(Math.Max(0, deadline - Environment.TickCount64)));
        }
        while (receipt is { Errno: null, Sender: not 0 });
        errno = receipt.Errno;
        return errno is null ? Whole(receipt.Length) : default;
    }

    private ReadOnlySpan<byte> Whole(int length) => length <= _buffer.Length
        ? _buffer.AsSpan(0, length)
        : throw new NetlinkProtocolException($"a datagram of {length} bytes was cut to {_buffer.Length}");
}
