using MdevDesired.Linux.Devlink;
using MdevDesired.Linux.Netlink;
using MdevDesired.Model.Devlink;
using Xunit;

namespace MdevDesired.Tests.Linux.Devlink;

public sealed class DevlinkEswitchChangeTests
{
    private static readonly DevlinkHandle Device = new("pci", "0000:05:00.0");

    [Fact]
    public void Is_said_as_devlink_takes_it() => Assert.Equal(
        "mode switchdev inline-mode transport encap-mode basic",
        new DevlinkEswitchChange(DevlinkEswitchMode.Switchdev, DevlinkInlineMode.Transport, DevlinkEncapMode.Basic).ToString());

    [Fact]
    public void Is_read_back_as_it_was_written() => Assert.Equal(
        new DevlinkEswitch(Device, DevlinkEswitchMode.Switchdev, DevlinkInlineMode.Network, DevlinkEncapMode.Basic),
        Written(new DevlinkEswitchChange(DevlinkEswitchMode.Switchdev, DevlinkInlineMode.Network, DevlinkEncapMode.Basic)));

    [Fact]
    public void Leaves_out_what_stays() => Assert.Equal(
        new DevlinkEswitch(Device, null, DevlinkInlineMode.Link, null),
        Written(new DevlinkEswitchChange(InlineMode: DevlinkInlineMode.Link)));

    private static DevlinkEswitch Written(DevlinkEswitchChange change) => DevlinkDecoder.Eswitch(NetlinkMessage.Read(
        FakeDevlink.Message(1, DevlinkCommand.EswitchSet, writer =>
        {
            writer.PutText(DevlinkAttribute.BusName, Device.Bus).PutText(DevlinkAttribute.DevName, Device.Name);
            DevlinkEncoder.Eswitch(writer, change);
        })));
}
