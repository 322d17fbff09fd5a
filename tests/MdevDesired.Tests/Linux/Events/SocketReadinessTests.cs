using MdevDesired.Linux.Events;
using MdevDesired.Linux.Netlink;
using MdevDesired.Linux.Netlink.Route;
using Xunit;

namespace MdevDesired.Tests.Linux.Events;

/// <summary>The kernel of the machine that runs the tests; none of it needs root.</summary>
public sealed class SocketReadinessTests : IDisposable
{
    private readonly NetlinkSocket _silent = NetlinkSocket.Open(NetlinkProtocol.Generic);
    private readonly NetlinkSocket _socket = NetlinkSocket.Open(NetlinkProtocol.Route);

    [Fact]
    public void Says_so_when_the_time_has_run_out() => Assert.False(Wait(TimeSpan.FromMilliseconds(1), CancellationToken.None));

    [Fact]
    public void Is_woken_by_whichever_socket_has_something()
    {
        Ask();

        Assert.True(Wait(Timeout.InfiniteTimeSpan, CancellationToken.None));
    }

    [Fact]
    public async Task Is_woken_by_a_cancellation()
    {
        using var source = new CancellationTokenSource();
        var waiting = Task.Run(() => Wait(Timeout.InfiniteTimeSpan, source.Token));

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public void Tells_of_a_cancellation_before_anything_else()
    {
        Ask();

        Assert.Throws<OperationCanceledException>(() => Wait(Timeout.InfiniteTimeSpan, new(canceled: true)));
    }

    public void Dispose()
    {
        _silent.Dispose();
        _socket.Dispose();
    }

    private void Ask() => _socket.Send(new NetlinkWriter(18, NetlinkFlag.Request | NetlinkFlag.Dump).Header(LinkHeader.ForIndex(0)).Finish(1));

    private bool Wait(TimeSpan patience, CancellationToken stop)
    {
        using var readiness = SocketReadiness.Of(_silent.Descriptor, _socket.Descriptor);
        return readiness.Wait(patience, stop);
    }
}
