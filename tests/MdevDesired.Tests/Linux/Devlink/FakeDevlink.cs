using MdevDesired.Linux.Devlink;
using MdevDesired.Linux.Netlink;
using MdevDesired.Model.Devlink;
using MdevDesired.Tests.Linux.Netlink;

namespace MdevDesired.Tests.Linux.Devlink;

/// <summary>The kernel's side of devlink, for what no kernel at hand says.</summary>
internal static class FakeDevlink
{
    public const ushort FamilyId = 0x15;
    public const uint ConfigGroup = 5;

    /// <summary>A kernel that has just answered where devlink is.</summary>
    public static FakeKernel Kernel() => new FakeKernel().Answers(s => [Family(s), Say.Ack(s)]);

    public static byte[] Message(uint sequence, DevlinkCommand command, Action<NetlinkWriter> content, ushort family = FamilyId)
    {
        var writer = new NetlinkWriter(family, 0).Header(new GenericHeader((byte)command, 1));
        content(writer);
        return writer.Finish(sequence).ToArray();
    }

    public static byte[] Port(uint sequence, DevlinkHandle device, uint index, Action<NetlinkWriter>? function = null) =>
        Message(sequence, DevlinkCommand.PortNew, writer =>
        {
            writer.PutText(DevlinkAttribute.BusName, device.Bus).PutText(DevlinkAttribute.DevName, device.Name);
            writer.Put(DevlinkAttribute.PortIndex, index);
            if (function is not null)
            {
                writer.PutNested(DevlinkAttribute.PortFunction, function);
            }
        });

    private static byte[] Family(uint sequence) => new NetlinkWriter(0x10, 0).Header(new GenericHeader(1, 2))
        .Put(1, FamilyId)
        .PutNested(7, groups => groups.PutNested(1, group => group.PutText(1, "config").Put(2, ConfigGroup)))
        .Finish(sequence).ToArray();
}
