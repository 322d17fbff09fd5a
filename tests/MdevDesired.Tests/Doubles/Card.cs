using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Simulated;

namespace MdevDesired.Tests.Doubles;

/// <summary>A host like the test machine: cards that split into mediated devices and subfunctions.</summary>
internal static class Card
{
    private static readonly ParentAddress[] Functions =
        [new("pci", "0000:00:05.0"), new("pci", "0000:00:05.1"), new("pci", "0000:00:06.0"), new("pci", "0000:00:06.1")];

    public static HostSnapshot Host() => new(
        new()
        {
            Host = "node-7",
            MdevDrivers = [new("mlx5_core"), new("vfio_mdev")],
            AuxiliaryDrivers = [new("mlx5_core.sf")],
            Parents = Functions.Select(Parent).ToEquatableArray(),
        },
        Ledger.Empty,
        new(Functions.Select(Rules).ToEquatableArray()));

    private static ObservedParent Parent(ParentAddress address)
    {
        var handle = new DevlinkHandle(address.Bus!, address.Name);
        return new()
        {
            Address = address,
            MdevTypes = [new() { Name = new("mlx5_core-local"), DeviceApi = "vfio-pci" }],
            Devlink = new()
            {
                Handle = handle,
                Eswitch = DevlinkEswitchMode.Legacy,
                Params =
                [
                    new(handle, "esw_port_metadata", false, DevlinkParamType.Flag, [new(DevlinkParamCmode.Runtime, new DevlinkBoolean(true))]),
                    new(handle, "flow_steering_mode", false, DevlinkParamType.String, [new(DevlinkParamCmode.Runtime, new DevlinkText("dmfs"))]),
                    new(handle, "io_eq_size", true, DevlinkParamType.U32, [new(DevlinkParamCmode.Driverinit, new DevlinkNumber(DevlinkParamType.U32, 1024))]),
                ],
            },
        };
    }

    private static ParentRules Rules(ParentAddress address) => new()
    {
        Device = address,
        Pool = new(16, []),
        BindsAfterCreation = true,
        Attaches = DesiredDriver.None,
        Attributes = [new() { Name = new("num_ports"), Values = ["1", "2", "3", "4"], Initially = "1" }],
        MdevInstance = new(new("mlx5_core"), Mlx5Instance.Rules.Params, [DevlinkPortType.Eth, DevlinkPortType.Eth, DevlinkPortType.Eth]),
    };
}
