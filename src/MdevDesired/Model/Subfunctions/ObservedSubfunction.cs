using MdevDesired.Model.Devlink;

namespace MdevDesired.Model.Subfunctions;

/// <summary>A subfunction that the host has: its port on the parent, and the auxiliary device once it is active.</summary>
internal sealed record ObservedSubfunction : ObservedSubDevice
{
    public required SubfunctionId Subfunction { get; init; }

    /// <summary>Its port on the parent's devlink instance, with the representor's network interface.</summary>
    public required DevlinkPort Port { get; init; }

    /// <summary>The name of its auxiliary device, which differs from boot to boot, or null while it has none here.</summary>
    public string? AuxiliaryDevice { get; init; }

    /// <summary>
    /// Whether its devlink instance was moved to another network namespace, where it is in use: the host's driver for subfunctions, which
    /// mlx5 and ice call after their module and <c>sf</c>, has it, and the instance that it makes is not to be seen.
    /// </summary>
    public bool IsElsewhere => Driver?.ToString().EndsWith(".sf", StringComparison.Ordinal) == true && Devlink is null;

    public override DeviceId Id => Subfunction;
}
