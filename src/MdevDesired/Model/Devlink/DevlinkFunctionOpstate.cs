namespace MdevDesired.Model.Devlink;

/// <summary>Whether a driver holds the function (<c>enum devlink_port_fn_opstate</c>, include/uapi/linux/devlink.h).</summary>
internal enum DevlinkFunctionOpstate : byte
{
    /// <summary>The port may be deleted.</summary>
    Detached,
    Attached,
}
