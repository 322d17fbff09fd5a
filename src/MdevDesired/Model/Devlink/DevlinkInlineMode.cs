namespace MdevDesired.Model.Devlink;

/// <summary>
/// How much of a packet its sender copies for the switch (<c>enum devlink_eswitch_inline_mode</c>, include/uapi/linux/devlink.h).
/// </summary>
internal enum DevlinkInlineMode : byte
{
    None,
    Link,
    Network,
    Transport,
}
