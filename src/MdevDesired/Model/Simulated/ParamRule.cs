using MdevDesired.Model.Devlink;

namespace MdevDesired.Model.Simulated;

/// <summary>A param that a new devlink instance has.</summary>
/// <param name="Name">As <c>enable_roce</c>.</param>
/// <param name="IsGeneric">Whether every driver means the same by that name.</param>
/// <param name="Type">That of its values.</param>
/// <param name="Settings">What it has at first, one for each cmode.</param>
internal sealed record ParamRule(string Name, bool IsGeneric, DevlinkParamType Type, EquatableArray<DevlinkParamSetting> Settings)
{
    /// <summary>The param as an instance has it.</summary>
    public DevlinkParam Of(DevlinkHandle device) => new(device, Name, IsGeneric, Type, Settings);
}
