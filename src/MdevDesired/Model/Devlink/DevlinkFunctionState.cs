namespace MdevDesired.Model.Devlink;

/// <summary>What a function is told to be (<c>enum devlink_port_fn_state</c>, include/uapi/linux/devlink.h).</summary>
internal enum DevlinkFunctionState : byte
{
    Inactive,
    Active,
}
