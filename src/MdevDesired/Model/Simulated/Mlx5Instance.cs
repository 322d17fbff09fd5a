using MdevDesired.Model.Devlink;

namespace MdevDesired.Model.Simulated;

/// <summary>What mlx5 makes of a subfunction (drivers/net/ethernet/mellanox/mlx5/core/devlink.c): one port, and these params.</summary>
internal static class Mlx5Instance
{
    private const ulong EventQueueEntries = 1024;
    private const ulong Macs = 128;

    public static InstanceRules Rules { get; } = new(
        new("mlx5_core.sf"),
        [
            Switch("enable_eth"),
            Switch("enable_rdma"),
            Switch("enable_roce"),
            Switch("enable_vnet"),
            new("flow_steering_mode", IsGeneric: false, DevlinkParamType.String, [new(DevlinkParamCmode.Runtime, new DevlinkText("dmfs"))]),
            Number("io_eq_size", EventQueueEntries),
            Number("max_macs", Macs),
        ],
        [DevlinkPortType.Eth]);

    private static ParamRule Switch(string name) =>
        new(name, IsGeneric: true, DevlinkParamType.Flag, [new(DevlinkParamCmode.Driverinit, new DevlinkBoolean(true))]);

    private static ParamRule Number(string name, ulong value) => new(
        name, IsGeneric: true, DevlinkParamType.U32, [new(DevlinkParamCmode.Driverinit, new DevlinkNumber(DevlinkParamType.U32, value))]);
}
