using MdevDesired.Applying;
using MdevDesired.Linux.Netlink;

namespace MdevDesired.Linux.Uevents;

/// <summary>Listens to the kernel's uevents. Opened before something is caused, it misses nothing of that.</summary>
internal sealed class UeventMonitor : IDisposable
{
    // The kernel's own group; udev sends what it made of them to the second.
    private const uint KernelGroup = 1;

    private static readonly NetlinkAttempt Attempt = new("listen", "uevents");

    private readonly INetlinkSocket _socket;
    private readonly NetlinkReader _reader;

    private UeventMonitor(INetlinkSocket socket) => (_socket, _reader) = (socket, new NetlinkReader(socket));

    /// <exception cref="KernelException">The kernel refused.</exception>
    public static UeventMonitor Open() => Open(NetlinkSocket.Open(NetlinkProtocol.KobjectUevent));

    /// <inheritdoc cref="Open()"/>
    /// <param name="socket">Owned from here on.</param>
    public static UeventMonitor Open(INetlinkSocket socket)
    {
        if (socket.Join(KernelGroup) is { } errno)
        {
            socket.Dispose();
            throw Attempt.Refused(errno);
        }

        return new(socket);
    }

    /// <summary>What came next; null when the time ran out, events were dropped, or what came is no uevent.</summary>
    /// <exception cref="KernelException">The socket failed.</exception>
    public Uevent? Receive(TimeSpan timeout) => Receive(timeout, out _);

    /// <inheritdoc cref="Receive(TimeSpan)"/>
    /// <param name="timeout">How long to wait for it.</param>
    /// <param name="lost">Whether events came faster than they were read, and some were dropped.</param>
    public Uevent? Receive(TimeSpan timeout, out bool lost)
    {
        try
        {
            var datagram = _reader.Receive(timeout, out var errno);
            lost = errno == Errno.ENOBUFS;
            return errno switch
            {
                null => Uevent.Parse(datagram),
                Errno.ETIMEDOUT or Errno.ENOBUFS => null,
                _ => throw Attempt.Refused(errno.Value),
            };
        }
        catch (NetlinkProtocolException exception)
        {
            throw Attempt.Misunderstood(exception);
        }
    }

    public void Dispose() => _socket.Dispose();
}
