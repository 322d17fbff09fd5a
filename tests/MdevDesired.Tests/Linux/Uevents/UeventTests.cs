using System.Text;
using MdevDesired.Applying;
using MdevDesired.Linux.Uevents;
using MdevDesired.Tests.Linux.Netlink;
using Xunit;

namespace MdevDesired.Tests.Linux.Uevents;

public sealed class UeventTests
{
    private static readonly byte[] Added = Datagram(
        "add@/devices/pci0000:00/0000:00:05.0/mlx5_core.sf.2",
        "ACTION=add",
        "DEVPATH=/devices/pci0000:00/0000:00:05.0/mlx5_core.sf.2",
        "SUBSYSTEM=auxiliary",
        "SEQNUM=812");

    [Fact]
    public void Reads_what_the_kernel_says_of_a_device()
    {
        var uevent = Uevent.Parse(Added);
        Assert.Equal(new Uevent("add", "/devices/pci0000:00/0000:00:05.0/mlx5_core.sf.2", "auxiliary"), uevent);
        Assert.Equal("mlx5_core.sf.2", uevent!.DeviceName);
    }

    [Theory]
    [InlineData("")]
    [InlineData("libudev")]
    [InlineData("ACTION=add")]
    [InlineData("DEVPATH=/devices/x")]
    public void What_lacks_its_parts_is_no_uevent(string text) => Assert.Null(Uevent.Parse(Datagram(text)));

    [Fact]
    public void A_device_of_no_subsystem_has_an_empty_one() =>
        Assert.Equal(new Uevent("remove", "/module/x", ""), Uevent.Parse(Datagram("remove@/module/x", "ACTION=remove", "DEVPATH=/module/x")));

    [Fact]
    public void Listens_to_the_kernels_group()
    {
        var kernel = new FakeKernel().Announces(new(Added));
        using (var monitor = UeventMonitor.Open(kernel))
        {
            Assert.Equal("add", monitor.Receive(TimeSpan.FromSeconds(1))!.Action);
            Assert.Null(monitor.Receive(TimeSpan.FromSeconds(1)));
        }

        Assert.Equal([1u], kernel.Groups);
        Assert.True(kernel.Closed);
    }

    [Fact]
    public void What_others_than_the_kernel_send_is_not_heard()
    {
        using var monitor = UeventMonitor.Open(new FakeKernel().Announces(new(Added, Sender: 4711)));
        Assert.Null(monitor.Receive(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Dropped_events_are_told_and_nothing_to_fail_over()
    {
        using var monitor = UeventMonitor.Open(new FakeKernel().Announces(new([], Errno: Errno.ENOBUFS)));
        Assert.Null(monitor.Receive(TimeSpan.FromSeconds(1), out var lost));
        Assert.True(lost);
        Assert.Null(monitor.Receive(TimeSpan.FromSeconds(1), out lost));
        Assert.False(lost);
    }

    [Fact]
    public void Reads_what_the_mdev_core_says_of_a_parent() => Assert.Equal(
        "registered", Uevent.Parse(Datagram("change@/devices/virtual/mtty/mtty", "ACTION=change", "DEVPATH=/devices/virtual/mtty/mtty", "SUBSYSTEM=mtty", "MDEV_STATE=registered"))!.MdevState);

    private static byte[] Datagram(params string[] fields) => Encoding.UTF8.GetBytes(string.Concat(fields.Select(field => field + "\0")));
}
