using MdevDesired.Applying;
using MdevDesired.Linux.Devlink;
using MdevDesired.Model.Devlink;
using MdevDesired.Tests.Linux.Netlink;
using Xunit;

namespace MdevDesired.Tests.Linux.Devlink;

public sealed class DevlinkChannelTests
{
    private static readonly DevlinkHandle Device = new("pci", "0000:05:00.0");

    [Fact]
    public void Is_none_where_the_kernel_has_no_devlink() =>
        Assert.Null(DevlinkChannel.TryOpen(DevlinkTranscripts.Kernel("no-devlink")));

    [Fact]
    public void Closes_its_socket_when_the_family_cannot_be_looked_up()
    {
        var kernel = new FakeKernel().Answers(s => [Say.Ack(s, Errno.EPERM)]);

        Assert.Equal(Errno.EPERM, Assert.Throws<KernelException>(() => DevlinkChannel.TryOpen(kernel)).Errno);
        Assert.True(kernel.Closed);
    }

    [Fact]
    public void Refuses_a_number_that_its_type_cannot_hold_without_a_request()
    {
        var kernel = FakeDevlink.Kernel();
        using var channel = DevlinkChannel.TryOpen(kernel)!;

        var refusal = Assert.Throws<KernelException>(() => new DevlinkOperator(channel).SetParam(
            Device, "max_macs", DevlinkParamCmode.Driverinit, new DevlinkNumber(DevlinkParamType.U16, 65536)));

        Assert.Equal((Errno.EINVAL, "65536 does not fit into 2 bytes"), (refusal.Errno, refusal.ExtendedAck));
        Assert.Equal(1, kernel.Requests);
    }

    [Fact]
    public void Takes_a_malformed_answer_for_the_kernels_failure()
    {
        var kernel = FakeDevlink.Kernel().Answers(s => [FakeDevlink.Message(s, DevlinkCommand.New, _ => { }), Say.Done(s)]);
        using var channel = DevlinkChannel.TryOpen(kernel)!;

        var refusal = Assert.Throws<KernelException>(() => new DevlinkObserver(channel).Devices());

        Assert.Equal((Errno.EPROTO, "attribute 1 is missing"), (refusal.Errno, refusal.ExtendedAck));
    }

    [Theory]
    [InlineData("..", "x")]
    [InlineData("pci", "a/b")]
    [InlineData("pci", "")]
    public void Takes_no_name_from_the_kernel_that_leaves_its_folder(string bus, string name)
    {
        var kernel = FakeDevlink.Kernel().Answers(s =>
            [FakeDevlink.Message(s, DevlinkCommand.New, writer => writer.PutText(1, bus).PutText(2, name)), Say.Done(s)]);
        using var channel = DevlinkChannel.TryOpen(kernel)!;

        Assert.Equal(Errno.EPROTO, Assert.Throws<KernelException>(() => new DevlinkObserver(channel).Devices()).Errno);
    }

    [Fact]
    public void Needs_one_request_per_kind_whatever_the_number_of_ports()
    {
        var kernel = FakeDevlink.Kernel().Answers(s =>
            [.. Enumerable.Range(0, 1000).Select(index => (FakeDatagram)FakeDevlink.Port(s, Device, (uint)index)), Say.Done(s)]);
        using var channel = DevlinkChannel.TryOpen(kernel)!;

        Assert.Equal(1000, new DevlinkObserver(channel).Ports().Length);
        Assert.Equal(2, kernel.Requests);
    }
}
