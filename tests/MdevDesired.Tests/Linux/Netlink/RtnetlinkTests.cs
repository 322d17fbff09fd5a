using System.Net;
using MdevDesired.Applying;
using MdevDesired.Linux.Netlink;
using MdevDesired.Linux.Netlink.Route;
using MdevDesired.Model.Devlink;
using Xunit;

namespace MdevDesired.Tests.Linux.Netlink;

public sealed class RtnetlinkTests
{
    [Fact]
    public void Lists_the_interfaces()
    {
        using var rtnetlink = Play("link-show");

        var links = rtnetlink.Links();

        Assert.Equal(["lo", "eth2", "eth0", "eth1"], links.Select(link => link.Name));
        Assert.Equal(new NetworkLink(1, "lo", true, null, HardwareAddress.Parse("00:00:00:00:00:00")), links[0]);
        Assert.Equal(new NetworkLink(7, "eth0", false, null, HardwareAddress.Parse("9e:00:1c:f5:0d:48")), links[2]);
    }

    [Fact]
    public void Finds_an_interface_by_its_name()
    {
        using var rtnetlink = Play("link-find");

        Assert.Equal(7, rtnetlink.Find("eth0")?.Index);
    }

    [Fact]
    public void Finds_no_interface_where_there_is_none()
    {
        using var rtnetlink = Play("link-absent");

        Assert.Null(rtnetlink.Find("nosuch0"));
    }

    [Fact]
    public void Lists_the_addresses_of_one_interface()
    {
        using var rtnetlink = Play("address-show");

        var link = rtnetlink.Find("tenant-a")!;

        Assert.True(link.IsUp);
        Assert.Equal(
            [
                new NetworkAddress(7, IPAddress.Parse("192.0.2.1"), 24, false),
                new NetworkAddress(7, IPAddress.Parse("fe80::9c00:1cff:fef5:d48"), 64, true),
            ],
            rtnetlink.Addresses(link.Index).AsEnumerable());
    }

    [Fact]
    public void Renames_an_interface()
    {
        using var rtnetlink = Play("link-rename");

        rtnetlink.Rename(rtnetlink.Find("eth0")!, "tenant-a");
    }

    [Theory]
    [InlineData("link-rename-taken", "lo", Errno.EEXIST, null)]
    [InlineData("link-rename-up", "tenant-b", Errno.EBUSY, null)]
    [InlineData("link-rename-long", "averyveryverylongname", Errno.ERANGE, "Attribute failed policy validation")]
    public void Says_why_an_interface_keeps_its_name(string transcript, string name, object errno, string? words)
    {
        using var rtnetlink = Play(transcript);

        var refusal = Assert.Throws<KernelException>(() => rtnetlink.Rename(rtnetlink.Find("tenant-a")!, name));

        Assert.Equal(("ip link set", $"tenant-a name {name}"), (refusal.Operation, refusal.Target));
        Assert.Equal((errno, words), (refusal.Errno, refusal.ExtendedAck));
    }

    [Fact]
    public void Sees_the_master_of_an_interface()
    {
        var message = new NetlinkWriter(16, 0)
            .Header(new LinkHeader(0, 0, 1, 9, 0x1003, 0)).PutText(3, "eth9").Put(10, 4).Finish(1);

        Assert.Equal(new NetworkLink(9, "eth9", true, 4, null), RouteDecoder.Link(NetlinkMessage.Read(message)));
    }

    private static Rtnetlink Play(string transcript) =>
        new(new NetlinkSession(new TranscriptKernel(Transcript.Read(transcript))));
}
