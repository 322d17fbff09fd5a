using MdevDesired.Applying;
using MdevDesired.Linux.Devlink;
using MdevDesired.Linux.Netlink;
using MdevDesired.Linux.Netlink.Route;
using Xunit;

namespace MdevDesired.Tests.Linux.Netlink;

/// <summary>The kernel of the machine that runs the tests; none of it needs root.</summary>
public sealed class NetlinkSocketTests
{
    [Fact]
    public void Lists_the_interfaces_that_sysfs_has()
    {
        using var rtnetlink = Rtnetlink.Open();

        var names = rtnetlink.Links().Select(link => link.Name);

        Assert.Equal(InSysfs(), names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Finds_the_loopback_interface_and_its_address()
    {
        using var rtnetlink = Rtnetlink.Open();

        var loopback = rtnetlink.Find("lo")!;

        Assert.Equal(loopback, rtnetlink.Find(loopback.Index));
        Assert.All(rtnetlink.Addresses(loopback.Index), address => Assert.Equal(loopback.Index, address.Link));
    }

    [Fact]
    public void Says_when_nothing_comes_in_time()
    {
        using var socket = NetlinkSocket.Open(NetlinkProtocol.Generic);

        Assert.Equal(Errno.ETIMEDOUT, socket.Receive(new byte[64], TimeSpan.FromMilliseconds(20)).Errno);
    }

    [Fact]
    public void Tells_how_long_a_datagram_was_that_did_not_fit()
    {
        using var socket = NetlinkSocket.Open(NetlinkProtocol.Route);
        socket.Send(new NetlinkWriter(18, NetlinkFlag.Request | NetlinkFlag.Dump).Header(LinkHeader.ForIndex(0)).Finish(1));

        Assert.True(socket.Receive(new byte[16], TimeSpan.FromSeconds(5)).Length > 16);
    }

    [Fact]
    public void Opens_devlink_where_there_is_one_and_says_null_where_not()
    {
        using var channel = DevlinkChannel.TryOpen();

        if (channel is not null)
        {
            Assert.NotNull(new DevlinkObserver(channel).Devices().ToArray());
        }
    }

    private static IEnumerable<string> InSysfs() =>
        Directory.EnumerateDirectories("/sys/class/net").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
}
