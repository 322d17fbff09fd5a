using MdevDesired.Applying;
using MdevDesired.Linux.Interop;

namespace MdevDesired.Linux.Netlink;

/// <summary>A netlink socket of this process (man 7 netlink).</summary>
internal sealed class NetlinkSocket : INetlinkSocket
{
    private const int SolSocket = 1;
    private const int SoRcvBuf = 8;
    private const int SoRcvBufForce = 33;
    private const int SolNetlink = 270;
    private const int AddMembership = 1;
    private const int CapAck = 10;
    private const int ExtAck = 11;
    private const int GetStrictCheck = 12;

    // What notifications may pile up before the kernel drops them, in bytes; a dump waits for its reader.
    private const int ReceiveBuffer = 4 << 20;

    private readonly SocketDescriptor _descriptor;

    private NetlinkSocket(SocketDescriptor descriptor) => _descriptor = descriptor;

    /// <summary>For waiting on several sockets at once; it stays this socket's.</summary>
    public SocketDescriptor Descriptor => _descriptor;

    /// <exception cref="KernelException">EPROTONOSUPPORT: the kernel has no such protocol.</exception>
    public static NetlinkSocket Open(NetlinkProtocol protocol)
    {
        var attempt = new NetlinkAttempt("open", $"netlink {protocol}");
        var descriptor = SocketDescriptor.Open((int)protocol, out var answer);
        attempt.Check(answer.Errno);
        try
        {
            var socket = new NetlinkSocket(descriptor);
            socket.Prepare(attempt, protocol);
            return socket;
        }
        catch
        {
            descriptor.Dispose();
            throw;
        }
    }

    public Errno? Send(ReadOnlySpan<byte> datagram) => _descriptor.Send(datagram).Errno;

    public NetlinkReceipt Receive(Span<byte> buffer, TimeSpan timeout)
    {
        // The answer to a request is there when the send returns, so that poll(2) is the exception.
        var deadline = Environment.TickCount64 + (long)timeout.TotalMilliseconds;
        for (; ; )
        {
            var answer = _descriptor.Receive(buffer, out var sender);
            if (answer.Errno != Errno.EAGAIN)
            {
                return new NetlinkReceipt((int)answer.Value, sender, answer.Errno);
            }

            if (Wait(deadline) is { } errno)
            {
                return new NetlinkReceipt(0, 0, errno);
            }
        }
    }

    public Errno? Join(uint group) => _descriptor.SetOption(SolNetlink, AddMembership, (int)group).Errno;

    public void Dispose() => _descriptor.Dispose();

    private Errno? Wait(long deadline)
    {
        Answer answer;
        do
        {
            var left = Math.Clamp(deadline - Environment.TickCount64, 0, int.MaxValue);
            answer = _descriptor.Wait((int)left);
        }
        while (answer.Interrupted);
        return answer.Value == 0 ? Errno.ETIMEDOUT : answer.Errno;
    }

    private void Prepare(NetlinkAttempt attempt, NetlinkProtocol protocol)
    {
        attempt.Check(_descriptor.SetOption(SolNetlink, ExtAck, 1).Errno);
        attempt.Check(_descriptor.SetOption(SolNetlink, CapAck, 1).Errno);
        // Generic families check their requests anyway; rtnetlink filters dumps by what they ask only with this (from 4.20).
        if (protocol == NetlinkProtocol.Route)
        {
            attempt.Check(_descriptor.SetOption(SolNetlink, GetStrictCheck, 1).Errno);
        }
        // Above net.core.rmem_max only for CAP_NET_ADMIN.
        if (_descriptor.SetOption(SolSocket, SoRcvBufForce, ReceiveBuffer).Failed)
        {
            attempt.Check(_descriptor.SetOption(SolSocket, SoRcvBuf, ReceiveBuffer).Errno);
        }

        attempt.Check(_descriptor.Bind().Errno);
    }
}
