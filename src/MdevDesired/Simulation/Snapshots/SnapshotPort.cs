using MdevDesired.Loading.Binding;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Simulation.Snapshots;

/// <summary>Reads a port of a devlink instance.</summary>
internal static class SnapshotPort
{
    public static DevlinkPort Read(Fields port, DevlinkHandle device) => WithLink(port, new()
    {
        Device = device,
        Index = (uint)(port.Number("index")?.Value ?? 0),
        Flavour = SnapshotWord.Of<DevlinkPortFlavour>(port, "flavour", DevlinkWord.Of),
        Number = (uint?)port.Number("number")?.Value,
        Controller = (uint?)port.Number("controller")?.Value,
        PfNumber = (ushort?)port.Number("pfnum")?.Value,
        VfNumber = (ushort?)port.Number("vfnum")?.Value,
        SfNumber = (uint?)port.Number("sfnum")?.Value,
        External = port.Flag("external")?.Value,
        Function = port.Nested("function") is { } function ? Function(function) : null,
    });

    /// <summary>The port with its type, and with what it has of it on the host.</summary>
    public static DevlinkPort WithLink(Fields link, DevlinkPort port) => port with
    {
        Type = SnapshotWord.Of<DevlinkPortType>(link, "type", DevlinkWord.Of) ?? DevlinkPortType.NotSet,
        DesiredType = SnapshotWord.Of<DevlinkPortType>(link, "desiredType", DevlinkWord.Of),
        Netdev = SnapshotText.Of(link, "netdev"),
        Ifindex = (uint?)link.Number("ifindex")?.Value,
        NetdevIsUp = link.Flag("netdevUp")?.Value,
        Ibdev = SnapshotText.Of(link, "ibdev"),
    };

    public static DevlinkPortFunction Function(Fields function) => new()
    {
        HwAddr = SnapshotText.Of(function, "hwAddr") is { } text && HardwareAddress.TryParse(text, out var address) ? address : null,
        Roce = function.Flag("roce")?.Value,
        Migratable = function.Flag("migratable")?.Value,
        MaxIoEqs = (uint?)function.Number("maxIoEqs")?.Value,
        State = SnapshotWord.Of<DevlinkFunctionState>(function, "state", DevlinkWord.Of),
        Opstate = SnapshotWord.Of<DevlinkFunctionOpstate>(function, "opstate", DevlinkWord.Of),
        Device = SnapshotDevlink.Handle(function, "device"),
    };
}
