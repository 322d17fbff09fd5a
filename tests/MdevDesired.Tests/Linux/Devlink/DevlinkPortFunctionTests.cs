using MdevDesired.Linux.Devlink;
using MdevDesired.Linux.Netlink;
using MdevDesired.Model.Devlink;
using Xunit;

namespace MdevDesired.Tests.Linux.Devlink;

/// <summary>What is newer than the kernels of the transcripts.</summary>
public sealed class DevlinkPortFunctionTests
{
    private static readonly DevlinkHandle Device = new("pci", "0000:05:00.0");

    [Fact]
    public void Reads_capabilities_queues_and_the_functions_own_instance()
    {
        var function = Decode(writer => writer
            .Put(DevlinkPortFunctionAttribute.Caps, new Bitfield32(0b101, 0b111))
            .Put(DevlinkPortFunctionAttribute.MaxIoEqs, 16u)
            .PutNested(
                DevlinkPortFunctionAttribute.Devlink,
                nested => nested.PutText(1, "auxiliary").PutText(2, "mlx5_core.sf.4")));

        Assert.Equal(
            new DevlinkPortFunction
            {
                Roce = true,
                Migratable = false,
                MaxIoEqs = 16,
                Device = new DevlinkHandle("auxiliary", "mlx5_core.sf.4"),
            },
            function);
    }

    [Fact]
    public void Knows_nothing_of_what_is_not_said() => Assert.Equal(new DevlinkPortFunction(), Decode(_ => { }));

    [Fact]
    public void Keeps_a_state_that_it_does_not_know() =>
        Assert.Equal((DevlinkFunctionState)9, Decode(writer => writer.Put<byte>(DevlinkPortFunctionAttribute.State, 9)).State);

    [Fact]
    public void Reads_the_address_of_an_infiniband_function()
    {
        var bytes = Enumerable.Range(1, 20).Select(number => (byte)number).ToArray();

        Assert.Equal(bytes, Decode(writer => writer.Put(DevlinkPortFunctionAttribute.HwAddr, bytes)).HwAddr!.Value.ToBytes());
    }

    [Fact]
    public void Writes_what_it_reads()
    {
        var change = new DevlinkPortFunctionChange
        {
            HwAddr = HardwareAddress.Parse("00:00:00:00:88:88"),
            Roce = false,
            Migratable = true,
            MaxIoEqs = 8,
            State = DevlinkFunctionState.Active,
        };
        var request = new NetlinkWriter(FakeDevlink.FamilyId, 0).Header(new GenericHeader((byte)DevlinkCommand.PortSet, 1))
            .PutText(DevlinkAttribute.BusName, Device.Bus).PutText(DevlinkAttribute.DevName, Device.Name);

        DevlinkEncoder.PortFunction(request, 3, change);

        Assert.Equal("hw_addr 00:00:00:00:88:88 roce disable migratable enable max_io_eqs 8 state active", change.ToString());
        Assert.Equal(
            new DevlinkPortFunction
            {
                HwAddr = change.HwAddr,
                Roce = false,
                Migratable = true,
                MaxIoEqs = 8,
                State = DevlinkFunctionState.Active,
            },
            DevlinkPortDecoder.Decode(NetlinkMessage.Read(request.Finish(1))).Function);
    }

    private static DevlinkPortFunction Decode(Action<NetlinkWriter> content) =>
        DevlinkPortDecoder.Decode(NetlinkMessage.Read(FakeDevlink.Port(1, Device, 3, content))).Function!;
}
