using MdevDesired.Model.Devlink;

namespace MdevDesired.Linux.Devlink;

/// <summary>The embedded switch of a device; what the driver does not have is null.</summary>
internal sealed record DevlinkEswitch(
    DevlinkHandle Device, DevlinkEswitchMode? Mode, DevlinkInlineMode? InlineMode, DevlinkEncapMode? EncapMode);
