namespace MdevDesired.Linux.Devlink;

/// <summary>
/// What stands within DEVLINK_ATTR_PORT_FUNCTION (<c>enum devlink_port_function_attr</c>, include/uapi/linux/devlink.h).
/// </summary>
internal static class DevlinkPortFunctionAttribute
{
    public const ushort HwAddr = 1;
    public const ushort State = 2;
    public const ushort Opstate = 3;

    /// <summary>From 6.2, of the bits of <see cref="RoceBit"/> and <see cref="MigratableBit"/>.</summary>
    public const ushort Caps = 4;

    /// <summary>From 6.7: the function's own devlink instance.</summary>
    public const ushort Devlink = 5;

    /// <summary>From 6.10.</summary>
    public const ushort MaxIoEqs = 6;

    /// <summary>DEVLINK_PORT_FN_ATTR_CAP_ROCE_BIT.</summary>
    public const int RoceBit = 0;

    /// <summary>DEVLINK_PORT_FN_ATTR_CAP_MIGRATABLE_BIT.</summary>
    public const int MigratableBit = 1;
}
