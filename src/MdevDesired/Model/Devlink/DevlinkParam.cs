namespace MdevDesired.Model.Devlink;

/// <summary>A param of a devlink instance.</summary>
/// <param name="Device">The instance.</param>
/// <param name="Name">As <c>enable_roce</c>.</param>
/// <param name="IsGeneric">Whether every driver means the same by that name.</param>
/// <param name="Type">That of its values.</param>
/// <param name="Settings">One for each cmode that the driver offers.</param>
internal sealed record DevlinkParam(
    DevlinkHandle Device, string Name, bool IsGeneric, DevlinkParamType Type, EquatableArray<DevlinkParamSetting> Settings);
