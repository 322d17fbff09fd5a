using System.Collections.Immutable;
using MdevDesired.Applying;
using MdevDesired.Linux.Devlink;
using MdevDesired.Model.Devlink;
using MdevDesired.Tests.Linux.Netlink;
using Snapshooter.Xunit;
using Xunit;

namespace MdevDesired.Tests.Linux.Devlink;

public sealed class DevlinkMonitorTests
{
    private static readonly DevlinkHandle Device = new("pci", "0000:05:00.0");

    [Fact]
    public void Announces_a_device_its_port_and_its_params_and_their_end() => Snapshot.Match(Shown("monitor"));

    [Fact]
    public void Announces_what_becomes_of_a_subfunction() => Snapshot.Match(Shown("sf-monitor"));

    [Fact]
    public void Joins_the_group_that_the_kernel_names()
    {
        var kernel = FakeDevlink.Kernel();

        using var monitor = DevlinkMonitor.TryOpen(kernel);

        Assert.Equal([FakeDevlink.ConfigGroup], kernel.Groups);
    }

    [Fact]
    public void Is_none_where_the_kernel_has_no_devlink() =>
        Assert.Null(DevlinkMonitor.TryOpen(DevlinkTranscripts.Kernel("no-devlink")));

    [Fact]
    public void Says_when_announcements_were_lost() => Assert.Equal(
        [new DevlinkEventsLost()], Hear(new FakeDatagram([], Errno: Errno.ENOBUFS)));

    [Fact]
    public void Hears_several_announcements_of_one_datagram() => Assert.Equal(
        [1u, 2u],
        Hear((byte[])[.. FakeDevlink.Port(0, Device, 1), .. FakeDevlink.Port(0, Device, 2)])
            .Cast<DevlinkPortSeen>().Select(seen => seen.Port.Index));

    [Fact]
    public void Does_not_hear_other_families() =>
        Assert.Empty(Hear(FakeDevlink.Message(0, DevlinkCommand.New, _ => { }, family: FakeDevlink.FamilyId + 1)));

    [Fact]
    public void Does_not_hear_other_processes() =>
        Assert.Empty(Hear(new FakeDatagram(FakeDevlink.Port(0, Device, 1), Sender: 4711)));

    [Fact]
    public void Does_not_hear_what_is_of_no_use_here() =>
        Assert.Empty(Hear(FakeDevlink.Message(0, (DevlinkCommand)200, _ => { })));

    [Fact]
    public void Refuses_a_malformed_announcement()
    {
        var refusal = Assert.Throws<KernelException>(() => Hear(FakeDevlink.Message(0, DevlinkCommand.PortNew, _ => { })));

        Assert.Equal(("devlink monitor", Errno.EPROTO), (refusal.Operation, refusal.Errno));
    }

    [Fact]
    public void Says_that_its_socket_failed() => Assert.Equal(
        Errno.ENOMEM, Assert.Throws<KernelException>(() => Hear(new FakeDatagram([], Errno: Errno.ENOMEM))).Errno);

    private static DevlinkEvent[] Hear(FakeDatagram announced)
    {
        var kernel = FakeDevlink.Kernel();
        using var monitor = DevlinkMonitor.TryOpen(kernel)!;
        kernel.Announces(announced);
        return [.. Listen(monitor)];
    }

    private static ImmutableArray<DevlinkEvent> Listen(DevlinkMonitor monitor) => monitor.Receive(TimeSpan.FromMilliseconds(1));

    private static string Shown(string transcript)
    {
        using var monitor = DevlinkMonitor.TryOpen(DevlinkTranscripts.Kernel(transcript))!;
        var datagrams = Transcript.Read(transcript).Datagrams.Length;
        return string.Join('\n', Enumerable.Range(0, datagrams).SelectMany(_ => Listen(monitor)).Select(Shown));
    }

    private static string Shown(DevlinkEvent announced) => announced switch
    {
        DevlinkDeviceSeen seen => $"device {seen.Device.Handle}",
        DevlinkDeviceGone gone => $"no device {gone.Device}",
        DevlinkPortSeen { Port: var port } =>
            $"port {port.Device}/{port.Index} {port.Type} {port.Netdev} {Shown(port.Function)}".TrimEnd(),
        DevlinkPortGone { Port: var port } => $"no port {port.Device}/{port.Index}",
        DevlinkParamSeen { Param: var param } => $"param {param.Device} {param.Name} {param.Settings[0].Value}",
        DevlinkParamGone { Param: var param } => $"no param {param.Device} {param.Name}",
        _ => $"{announced}",
    };

    private static string Shown(DevlinkPortFunction? function) =>
        function is null ? "" : $"{function.HwAddr} {function.State} {function.Opstate}";
}
