namespace MdevDesired.Model.Devlink;

/// <summary>How the embedded switch works (<c>enum devlink_eswitch_mode</c>, include/uapi/linux/devlink.h).</summary>
internal enum DevlinkEswitchMode : ushort
{
    Legacy,
    Switchdev,
}
