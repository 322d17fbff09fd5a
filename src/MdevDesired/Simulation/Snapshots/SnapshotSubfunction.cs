using MdevDesired.Loading;
using MdevDesired.Loading.Binding;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Subfunctions;

namespace MdevDesired.Simulation.Snapshots;

/// <summary>Reads a subfunction.</summary>
internal static class SnapshotSubfunction
{
    private const string AuxiliaryBus = "auxiliary";

    /// <param name="device">The sub device.</param>
    /// <param name="subfunction">What makes it one.</param>
    /// <param name="parent">Its parent.</param>
    public static ObservedSubfunction Read(Fields device, Fields subfunction, DevlinkHandle parent)
    {
        var id = Id(subfunction, parent);
        var port = Port(subfunction, id, (uint)(device.Number("instance")?.Value ?? 0));
        var auxiliary = subfunction.Text("auxiliaryDevice", TextForms.DriverName)?.Value;
        return new()
        {
            Subfunction = id,
            Parent = parent.Address,
            Instance = port.Index,
            Driver = SnapshotText.Driver(device),
            Port = port,
            AuxiliaryDevice = auxiliary,
            Devlink = SnapshotDevlink.Read(device, port.Function?.Device ?? (auxiliary is null ? null : new DevlinkHandle(AuxiliaryBus, auxiliary))),
        };
    }

    private static SubfunctionId Id(Fields subfunction, DevlinkHandle parent) => new(
        parent,
        (uint)(subfunction.Number("controller")?.Value ?? 0),
        (ushort)(subfunction.Number("pfnum")?.Value ?? 0),
        (uint)(subfunction.Number("sfnum")?.Value ?? 0));

    private static DevlinkPort Port(Fields subfunction, SubfunctionId id, uint index)
    {
        var port = new DevlinkPort
        {
            Device = id.Parent,
            Index = index,
            Flavour = DevlinkPortFlavour.PciSf,
            Controller = id.Controller,
            PfNumber = id.PfNumber,
            SfNumber = id.SfNumber,
            External = subfunction.Flag("external")?.Value,
            Function = subfunction.Nested("function") is { } function ? SnapshotPort.Function(function) : null,
        };
        return subfunction.Nested("representor") is { } representor ? SnapshotPort.WithLink(representor, port) : port;
    }
}
