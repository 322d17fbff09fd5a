using MdevDesired.Model.Devlink;
using MdevDesired.Model.Subfunctions;

namespace MdevDesired.Simulation;

/// <summary>The port that a new subfunction has on its parent.</summary>
internal static class SubfunctionPort
{
    /// <summary>Where the indices begin (mdevsim; mlx5 begins elsewhere for each PCI function).</summary>
    public const uint First = 32768;

    private const uint EventQueues = 8;

    private static readonly HardwareAddress NoAddress = HardwareAddress.Parse("00:00:00:00:00:00");

    /// <summary>Without its representor.</summary>
    public static DevlinkPort New(SubfunctionId id, uint index) => new()
    {
        Device = id.Parent,
        Index = index,
        Flavour = DevlinkPortFlavour.PciSf,
        Controller = id.Controller,
        PfNumber = id.PfNumber,
        SfNumber = id.SfNumber,
        External = !id.IsLocal,
        Function = new()
        {
            HwAddr = NoAddress,
            State = DevlinkFunctionState.Inactive,
            Opstate = DevlinkFunctionOpstate.Detached,
            Roce = true,
            Migratable = false,
            MaxIoEqs = EventQueues,
        },
    };
}
