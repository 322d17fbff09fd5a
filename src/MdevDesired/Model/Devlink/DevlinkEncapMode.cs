namespace MdevDesired.Model.Devlink;

/// <summary>Whether the switch encapsulates (<c>enum devlink_eswitch_encap_mode</c>, include/uapi/linux/devlink.h).</summary>
internal enum DevlinkEncapMode : byte
{
    None,
    Basic,
}
