using MdevDesired.Linux.Netlink;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Linux.Devlink;

/// <summary>
/// Reads ports (net/devlink/, devlink_nl_port_fill). The command of a dumped or new one is not looked at: for years it was NEW by
/// mistake, which is that of an instance.
/// </summary>
internal static class DevlinkPortDecoder
{
    public static DevlinkPort Decode(NetlinkMessage message)
    {
        var attributes = DevlinkDecoder.Attributes(message);
        return new DevlinkPort
        {
            Device = DevlinkDecoder.Handle(attributes),
            Index = attributes.Required<uint>(DevlinkAttribute.PortIndex),
            Type = (DevlinkPortType)(attributes.Number<ushort>(DevlinkAttribute.PortType) ?? 0),
            DesiredType = (DevlinkPortType?)attributes.Number<ushort>(DevlinkAttribute.PortDesiredType),
            Flavour = (DevlinkPortFlavour?)attributes.Number<ushort>(DevlinkAttribute.PortFlavour),
            Number = attributes.Number<uint>(DevlinkAttribute.PortNumber),
            Controller = attributes.Number<uint>(DevlinkAttribute.PortControllerNumber),
            PfNumber = attributes.Number<ushort>(DevlinkAttribute.PortPciPfNumber),
            VfNumber = attributes.Number<ushort>(DevlinkAttribute.PortPciVfNumber),
            SfNumber = attributes.Number<uint>(DevlinkAttribute.PortPciSfNumber),
            External = attributes.Number<byte>(DevlinkAttribute.PortExternal) is { } external ? external != 0 : null,
            Netdev = attributes.Text(DevlinkAttribute.PortNetdevName),
            Ifindex = attributes.Number<uint>(DevlinkAttribute.PortNetdevIfindex),
            Ibdev = attributes.Text(DevlinkAttribute.PortIbdevName),
            Function = attributes.TryFind(DevlinkAttribute.PortFunction, out var found) ? Function(found.Nested) : null,
        };
    }

    private static DevlinkPortFunction Function(NetlinkAttributes attributes)
    {
        var caps = attributes.Number<Bitfield32>(DevlinkPortFunctionAttribute.Caps) ?? default;
        return new DevlinkPortFunction
        {
            HwAddr = Address(attributes),
            State = (DevlinkFunctionState?)attributes.Number<byte>(DevlinkPortFunctionAttribute.State),
            Opstate = (DevlinkFunctionOpstate?)attributes.Number<byte>(DevlinkPortFunctionAttribute.Opstate),
            Roce = caps[DevlinkPortFunctionAttribute.RoceBit],
            Migratable = caps[DevlinkPortFunctionAttribute.MigratableBit],
            MaxIoEqs = attributes.Number<uint>(DevlinkPortFunctionAttribute.MaxIoEqs),
            Device = Instance(attributes),
        };
    }

    private static HardwareAddress? Address(NetlinkAttributes attributes) =>
        attributes.TryFind(DevlinkPortFunctionAttribute.HwAddr, out var found)
        && HardwareAddress.TryCreate(found.Value, out var address)
            ? address
            : null;

    private static DevlinkHandle? Instance(NetlinkAttributes attributes) =>
        attributes.TryFind(DevlinkPortFunctionAttribute.Devlink, out var found) ? DevlinkDecoder.Handle(found.Nested) : null;
}
