using System.Text;
using MdevDesired.Applying;
using MdevDesired.Linux.Devlink;
using MdevDesired.Linux.Events;
using MdevDesired.Linux.Uevents;
using MdevDesired.Model.Devlink;
using MdevDesired.Tests.Linux.Devlink;
using MdevDesired.Tests.Linux.Netlink;
using Xunit;

namespace MdevDesired.Tests.Linux.Events;

public sealed class HostEventsTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly FakeKernel _uevents = new();
    private readonly FakeKernel _devlink = FakeDevlink.Kernel();

    [Fact]
    public void Tells_of_a_parent_that_registers()
    {
        _uevents.Announces(Uevent("change", "/devices/pci0000:00/0000:05:00.0", "pci", "MDEV_STATE=registered"));

        Assert.Equal(["registered of 0000:05:00.0 (pci)"], Heard(new ScriptedReadiness()));
    }

    [Fact]
    public void Tells_of_both_sockets_in_turn()
    {
        var events = Open(new ScriptedReadiness());
        _uevents.Announces(Uevent("add", "/bus/pci/drivers/mlx5_core", "drivers"));
        _devlink.Announces(FakeDevlink.Port(0, new DevlinkHandle("pci", "0000:05:00.0"), 7));

        Assert.Equal(["add of mlx5_core (drivers)", "devlink port pci/0000:05:00.0/7"], All(events));
    }

    [Theory]
    [InlineData("block")]
    [InlineData("tty")]
    [InlineData("cpu")]
    [InlineData("queues")]
    public void What_cannot_concern_sub_devices_is_passed_over_without_giving_up_the_wait(string subsystem)
    {
        var readiness = new ScriptedReadiness(
            () => _uevents.Announces(Uevent("add", "/devices/x/y", subsystem)),
            () => _uevents.Announces(Uevent("add", "/devices/virtual/mtty/mtty", "mtty")));

        Assert.Equal(["add of mtty (mtty)"], Heard(readiness));
        Assert.Equal(3, readiness.Waits.Count);
        Assert.All(readiness.Waits, left => Assert.InRange(left, TimeSpan.Zero, Patience));
    }

    [Theory]
    [InlineData("pci")]
    [InlineData("mdev")]
    [InlineData("auxiliary")]
    [InlineData("net")]
    [InlineData("vfio")]
    [InlineData("module")]
    [InlineData("drivers")]
    [InlineData("matrix")]
    [InlineData("ap")]
    [InlineData("mdpy")]
    [InlineData("")]
    public void What_may_concern_sub_devices_is_told(string subsystem)
    {
        _uevents.Announces(Uevent("bind", "/devices/x/y", subsystem));

        Assert.Single(Heard(new ScriptedReadiness()));
    }

    [Fact]
    public void A_registered_parent_counts_whatever_its_subsystem()
    {
        _uevents.Announces(Uevent("change", "/devices/virtual/tty/mine", "tty", "MDEV_STATE=unregistered"));

        Assert.Equal(["unregistered of mine (tty)"], Heard(new ScriptedReadiness()));
    }

    [Fact]
    public void Lost_events_are_told_of_either_socket()
    {
        var events = Open(new ScriptedReadiness());
        _uevents.Announces(new([], Errno: Errno.ENOBUFS));
        _devlink.Announces(new([], Errno: Errno.ENOBUFS));

        Assert.Equal(["events that were lost", "events that were lost"], All(events));
    }

    [Fact]
    public void Hears_the_kernel_without_devlink_too()
    {
        _uevents.Announces(Uevent("add", "/devices/virtual/mtty/mtty", "mtty"));
        using var events = new HostEvents(UeventMonitor.Open(_uevents), null, new ScriptedReadiness());

        Assert.Equal("add of mtty (mtty)", events.Next(Patience, CancellationToken.None)!.Text);
    }

    [Fact]
    public void Nothing_is_told_when_the_time_has_run_out() => Assert.Empty(Heard(new ScriptedReadiness()));

    [Fact]
    public void An_endless_wait_stays_endless()
    {
        var readiness = new ScriptedReadiness();
        using var events = Open(readiness);

        events.Next(Timeout.InfiniteTimeSpan, CancellationToken.None);

        Assert.Equal([Timeout.InfiniteTimeSpan], readiness.Waits);
    }

    [Fact]
    public void A_caller_who_no_longer_waits_is_told_nothing()
    {
        _uevents.Announces(Uevent("add", "/devices/virtual/mtty/mtty", "mtty"));
        using var events = Open(new ScriptedReadiness());

        Assert.Throws<OperationCanceledException>(() => events.Next(Patience, new(canceled: true)));
    }

    [Fact]
    public void Closes_what_it_listens_to()
    {
        var readiness = new ScriptedReadiness();
        Open(readiness).Dispose();

        Assert.True(_uevents.Closed && _devlink.Closed && readiness.Closed);
    }

    public void Dispose()
    {
        _uevents.Dispose();
        _devlink.Dispose();
    }

    private List<string> Heard(ScriptedReadiness readiness)
    {
        using var events = Open(readiness);
        return All(events);
    }

    private static List<string> All(HostEvents events)
    {
        var heard = new List<string>();
        while (events.Next(Patience, CancellationToken.None) is { } next)
        {
            heard.Add(next.Text);
        }

        return heard;
    }

    private HostEvents Open(ScriptedReadiness readiness) => new(UeventMonitor.Open(_uevents), DevlinkMonitor.TryOpen(_devlink), readiness);

    private static FakeDatagram Uevent(string action, string path, string subsystem, params string[] more)
    {
        string[] fields = [$"{action}@{path}", $"ACTION={action}", $"DEVPATH={path}", $"SUBSYSTEM={subsystem}", .. more];
        return new(Encoding.UTF8.GetBytes(string.Concat(fields.Select(field => field + "\0"))));
    }
}
