namespace MdevDesired.Model.Devlink;

/// <summary>When a param takes effect (<c>enum devlink_param_cmode</c>, include/uapi/linux/devlink.h).</summary>
internal enum DevlinkParamCmode : byte
{
    Runtime,

    /// <summary>At the next reload; read back it is what was asked for, not what is in effect.</summary>
    Driverinit,

    /// <summary>At the next start of the device.</summary>
    Permanent,
}
