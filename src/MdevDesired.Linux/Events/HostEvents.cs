using MdevDesired.Applying;
using MdevDesired.Linux.Devlink;
using MdevDesired.Linux.Interop;
using MdevDesired.Linux.Netlink;
using MdevDesired.Linux.Uevents;
using MdevDesired.Model;

namespace MdevDesired.Linux.Events;

/// <summary>Listens to the running kernel: to its uevents and, where it has devlink, to what that announces.</summary>
internal sealed class HostEvents : IHostEvents
{
    private readonly UeventMonitor _uevents;
    private readonly DevlinkMonitor? _devlink;
    private readonly IReadiness _readiness;
    private readonly Queue<HostEvent> _heard = [];

    /// <param name="uevents">Owned, as the others are.</param>
    /// <param name="devlink">Null where the kernel has no devlink.</param>
    /// <param name="readiness">Waits for both.</param>
    public HostEvents(UeventMonitor uevents, DevlinkMonitor? devlink, IReadiness readiness) =>
        (_uevents, _devlink, _readiness) = (uevents, devlink, readiness);

    /// <exception cref="KernelException">The kernel refused.</exception>
    public static HostEvents Open()
    {
        var uevents = NetlinkSocket.Open(NetlinkProtocol.KobjectUevent);
        var devlink = NetlinkSocket.Open(NetlinkProtocol.Generic);
        var monitor = DevlinkMonitor.TryOpen(devlink);
        SocketDescriptor[] sockets = monitor is null ? [uevents.Descriptor] : [uevents.Descriptor, devlink.Descriptor];
        return new(UeventMonitor.Open(uevents), monitor, SocketReadiness.Of(sockets));
    }

    /// <inheritdoc/>
    public HostEvent? Next(TimeSpan patience, CancellationToken stop)
    {
        var wait = new Backoff(patience);
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            Hear();
            if (_heard.TryDequeue(out var heard))
            {
                return heard;
            }

            if (!_readiness.Wait(patience == Timeout.InfiniteTimeSpan ? patience : wait.Left, stop))
            {
                return null;
            }
        }
    }

    public void Dispose()
    {
        _readiness.Dispose();
        _devlink?.Dispose();
        _uevents.Dispose();
    }

    // What is there already is taken without a wait; of what concerns nobody one piece at a time.
    private void Hear()
    {
        var uevent = _uevents.Receive(TimeSpan.Zero, out var lost);
        if (lost)
        {
            _heard.Enqueue(new(EventWords.Lost));
        }
        else if (uevent is not null && Relevance.Of(uevent))
        {
            _heard.Enqueue(new(EventWords.Of(uevent)));
        }

        foreach (var announced in _devlink?.Receive(TimeSpan.Zero) ?? [])
        {
            _heard.Enqueue(new(EventWords.Of(announced)));
        }
    }
}
