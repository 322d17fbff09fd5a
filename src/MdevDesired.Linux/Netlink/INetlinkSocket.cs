using MdevDesired.Applying;

namespace MdevDesired.Linux.Netlink;

/// <summary>Carries datagrams to and from the kernel, and understands none of them.</summary>
internal interface INetlinkSocket : IDisposable
{
    /// <summary>Sends one datagram; the kernel works on a request before this returns. Null when it was taken.</summary>
    Errno? Send(ReadOnlySpan<byte> datagram);

    /// <summary>The next datagram, waited for if there is none yet.</summary>
    NetlinkReceipt Receive(Span<byte> buffer, TimeSpan timeout);

    /// <summary>Lets the notifications of a multicast group come in. Null when it was done.</summary>
    Errno? Join(uint group);
}
