using MdevDesired.Model.Devlink;

namespace MdevDesired.Linux.Netlink.Route;

/// <summary>A network interface.</summary>
/// <param name="Index">Its number in this network namespace.</param>
/// <param name="Name">As <c>eth0</c>.</param>
/// <param name="IsUp">Whether it was set up (IFF_UP), which older kernels take for a reason to refuse another name.</param>
/// <param name="Master">The number of the bridge, bond or VRF that it is part of.</param>
/// <param name="Address">Null where the kind of link has none.</param>
internal sealed record NetworkLink(int Index, string Name, bool IsUp, int? Master, HardwareAddress? Address);
