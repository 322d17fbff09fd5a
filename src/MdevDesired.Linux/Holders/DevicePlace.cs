using MdevDesired.Model;

namespace MdevDesired.Linux.Holders;

/// <summary>A place beneath /sys that belongs to a device.</summary>
/// <param name="Id">The device.</param>
/// <param name="Path">Beneath /sys, links resolved.</param>
/// <param name="IsParent">Whether it is the parent itself, and neither a sub device nor a virtual function.</param>
internal sealed record DevicePlace(DeviceId Id, string Path, bool IsParent);
