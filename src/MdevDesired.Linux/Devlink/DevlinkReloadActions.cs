namespace MdevDesired.Linux.Devlink;

/// <summary>What a reload did: the bits of <c>enum devlink_reload_action</c> (include/uapi/linux/devlink.h).</summary>
[Flags]
internal enum DevlinkReloadActions : uint
{
    None = 0,

    /// <summary>The driver's entities were made anew, and driverinit params took effect.</summary>
    DriverReinit = 1 << 1,

    /// <summary>New firmware was activated.</summary>
    FwActivate = 1 << 2,
}
