using System.Collections.Immutable;
using MdevDesired.Applying;
using MdevDesired.Linux.Netlink;

namespace MdevDesired.Linux.Devlink;

/// <summary>Listens to what devlink announces. Opened before the first dump, it misses nothing in between.</summary>
internal sealed class DevlinkMonitor : IDisposable
{
    private const string ConfigGroup = "config";
    private static readonly NetlinkAttempt Attempt = new("devlink monitor", "all devices");
    private readonly INetlinkSocket _socket;
    private readonly NetlinkReader _reader;
    private readonly GenericFamily _family;

    private DevlinkMonitor(INetlinkSocket socket, GenericFamily family) =>
        (_socket, _reader, _family) = (socket, new NetlinkReader(socket), family);

    /// <summary>Starts to listen; null when this kernel has no devlink.</summary>
    /// <param name="socket">Owned from here on, and used for nothing else.</param>
    /// <exception cref="KernelException">The kernel refused.</exception>
    public static DevlinkMonitor? TryOpen(INetlinkSocket socket)
    {
        var monitor = default(DevlinkMonitor);
        try
        {
            monitor = Joined(socket);
            return monitor;
        }
        finally
        {
            if (monitor is null)
            {
                socket.Dispose();
            }
        }
    }

    /// <summary>What came next; nothing when the time ran out or what came is of no interest here.</summary>
    /// <exception cref="KernelException">The socket failed; or EPROTO, what came was malformed.</exception>
    public ImmutableArray<DevlinkEvent> Receive(TimeSpan timeout)
    {
        try
        {
            var datagram = _reader.Receive(timeout, out var errno);
            return errno switch
            {
                null => Events(datagram),
                Errno.ETIMEDOUT => [],
                Errno.ENOBUFS => [new DevlinkEventsLost()],
                _ => throw Attempt.Refused(errno.Value),
            };
        }
        catch (NetlinkProtocolException exception)
        {
            throw Attempt.Misunderstood(exception);
        }
    }

    public void Dispose() => _socket.Dispose();

    private static DevlinkMonitor? Joined(INetlinkSocket socket)
    {
        var family = GenericFamily.Find(new NetlinkSession(socket), DevlinkChannel.FamilyName);
        if (family is null || !family.Groups.TryGetValue(ConfigGroup, out var group))
        {
            return null;
        }

        Attempt.Check(socket.Join(group));
        return new DevlinkMonitor(socket, family);
    }

    private ImmutableArray<DevlinkEvent> Events(ReadOnlySpan<byte> datagram)
    {
        var events = ImmutableArray.CreateBuilder<DevlinkEvent>();
        foreach (var message in new NetlinkMessages(datagram))
        {
            if (message.Header.Type == _family.Id && DevlinkEventDecoder.Decode(message) is { } found)
            {
                events.Add(found);
            }
        }

        return events.ToImmutable();
    }
}
