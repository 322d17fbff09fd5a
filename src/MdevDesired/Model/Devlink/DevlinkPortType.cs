namespace MdevDesired.Model.Devlink;

/// <summary>What a port is used as (<c>enum devlink_port_type</c>, include/uapi/linux/devlink.h).</summary>
internal enum DevlinkPortType : ushort
{
    NotSet,
    Auto,
    Eth,
    Ib,
}
