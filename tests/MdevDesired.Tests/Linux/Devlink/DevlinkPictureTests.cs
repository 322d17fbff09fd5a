using MdevDesired.Applying;
using MdevDesired.Linux.Devlink;
using MdevDesired.Linux.Netlink;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Tests.Linux.Netlink;
using Xunit;

namespace MdevDesired.Tests.Linux.Devlink;

public sealed class DevlinkPictureTests
{
    private static readonly DevlinkHandle Pf = new("pci", "0000:05:00.0");

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(256)]
    public void One_dump_of_each_kind_whatever_the_number(int subfunctions)
    {
        var kernel = FakeDevlink.Kernel()
            .Answers(s => [Instance(s, Pf), Say.Done(s)])
            .Answers(s => [Say.Done(s)])
            .Answers(s => [.. Enumerable.Range(1, subfunctions).Select(number => (FakeDatagram)Subfunction(s, (uint)number)), Say.Done(s)])
            .Answers(s => [Eswitch(s), Say.Ack(s)]);
        var host = Observe(kernel, new(Subfunctions: true, Params: true, Netdevs: false, [Pf.Address]));

        // The lookup of the family; devices, params, ports; the mode of the one eswitch that is wanted.
        Assert.Equal(1 + 3 + 1, kernel.Requests);
        Assert.Equal(subfunctions, host.SubDevices.Count);
        Assert.Equal(DevlinkEswitchMode.Switchdev, Assert.Single(host.Parents).Devlink!.Eswitch);
    }

    [Fact]
    public void A_subfunction_is_told_by_its_port_and_not_by_the_ports_index()
    {
        var kernel = FakeDevlink.Kernel().Answers(s => [Instance(s, Pf), Say.Done(s)]).Answers(s => [Subfunction(s, 88), Say.Done(s)]);
        var device = (ObservedSubfunction)Observe(kernel, new(true, false, false, [])).SubDevices.Single();
        Assert.Equal(SubfunctionId.Parse("pci/0000:05:00.0/pf0sf88"), device.Id);
        Assert.Equal(40088ul, device.Instance);
        Assert.Null(device.AuxiliaryDevice);
    }

    [Fact]
    public void A_parent_that_nobody_named_is_shown_for_its_subfunctions_only()
    {
        var other = new DevlinkHandle("pci", "0000:06:00.0");
        var kernel = FakeDevlink.Kernel().Answers(s => [Instance(s, Pf), Instance(s, other), Say.Done(s)]).Answers(s => [Subfunction(s, 88), Say.Done(s)]);
        Assert.Equal([Pf.Address], Observe(kernel, new(true, false, false, [])).Parents.Select(parent => parent.Address));
    }

    // A list that others change while it is read may show one twice: removed, and added again at another index.
    [Fact]
    public void A_subfunction_that_is_added_again_meanwhile_is_one()
    {
        var kernel = FakeDevlink.Kernel()
            .Answers(s => [Instance(s, Pf), Say.Done(s)])
            .Answers(s => [Subfunction(s, 88), Subfunction(s, 88, index: 50000), Say.Done(s)]);
        Assert.Equal(50000ul, Observe(kernel, new(true, false, false, [])).SubDevices.Single().Instance);
    }

    [Fact]
    public void A_subfunction_whose_instance_is_gone_already_has_no_parent()
    {
        var kernel = FakeDevlink.Kernel().Answers(s => [Say.Done(s)]).Answers(s => [Subfunction(s, 88), Say.Done(s)]);
        var host = Observe(kernel, new(true, false, false, [Pf.Address]));
        Assert.Empty(host.Parents);
        Assert.Single(host.SubDevices);
    }

    [Fact]
    public void An_instance_that_vanishes_before_its_eswitch_is_read_says_so()
    {
        var kernel = FakeDevlink.Kernel()
            .Answers(s => [Instance(s, Pf), Say.Done(s)])
            .Answers(s => [Subfunction(s, 88), Say.Done(s)])
            .Answers(s => [Say.Ack(s, Errno.ENODEV)]);
        var instance = Assert.Single(Observe(kernel, new(true, false, false, [Pf.Address])).Parents).Devlink!;
        Assert.Equal((null, "ENODEV"), (instance.Eswitch, instance.EswitchProblem));
    }

    [Fact]
    public void A_port_of_a_subfunction_without_number_is_the_parents()
    {
        var kernel = FakeDevlink.Kernel()
            .Answers(s => [Instance(s, Pf), Say.Done(s)])
            .Answers(s => [FakeDevlink.Message(s, DevlinkCommand.PortNew, writer => Name(writer, Pf)
                .Put(DevlinkAttribute.PortIndex, 7u)
                .Put(DevlinkAttribute.PortFlavour, (ushort)DevlinkPortFlavour.PciSf)), Say.Done(s)]);
        Assert.Empty(Observe(kernel, new(true, false, false, [])).SubDevices);
    }

    private static ObservedState Observe(FakeKernel kernel, DevlinkScope devlink)
    {
        using var channel = DevlinkChannel.TryOpen(kernel)!;
        var observer = new DevlinkObserver(channel);
        var scope = new ObservationScope([], new Dictionary<DeviceId, IReadOnlyCollection<AttributeName>>()) { Devlink = devlink };
        return new DevlinkObservation(observer, DevlinkPicture.Take(observer, null, devlink), scope).AddTo(new() { Host = "node-7" });
    }

    private static byte[] Instance(uint sequence, DevlinkHandle handle) => FakeDevlink.Message(sequence, DevlinkCommand.New, writer => Name(writer, handle));

    private static byte[] Eswitch(uint sequence) => FakeDevlink.Message(sequence, DevlinkCommand.EswitchGet, writer =>
        Name(writer, Pf).Put(DevlinkAttribute.EswitchMode, (ushort)DevlinkEswitchMode.Switchdev));

    private static byte[] Subfunction(uint sequence, uint number, uint? index = null) => FakeDevlink.Message(sequence, DevlinkCommand.PortNew, writer => Name(writer, Pf)
        .Put(DevlinkAttribute.PortIndex, index ?? (40000 + number))
        .Put(DevlinkAttribute.PortFlavour, (ushort)DevlinkPortFlavour.PciSf)
        .Put(DevlinkAttribute.PortPciPfNumber, (ushort)0)
        .Put(DevlinkAttribute.PortPciSfNumber, number));

    private static NetlinkWriter Name(NetlinkWriter writer, DevlinkHandle handle) =>
        writer.PutText(DevlinkAttribute.BusName, handle.Bus).PutText(DevlinkAttribute.DevName, handle.Name);
}
