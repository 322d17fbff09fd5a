using MdevDesired.Model.Devlink;

namespace MdevDesired.Model.Subfunctions;

/// <summary>A subfunction that the host has: its port on the parent, and the auxiliary device once it is active.</summary>
internal sealed record ObservedSubfunction : ObservedSubDevice
{
    // The drivers that make an instance of a subfunction are called so: mlx5_core.sf, ice.sf.
    private const string MakesInstances = ".sf";

    public required SubfunctionId Subfunction { get; init; }

    /// <summary>Its port on the parent's devlink instance, with the representor's network interface.</summary>
    public required DevlinkPort Port { get; init; }

    /// <summary>The name of its auxiliary device, which differs from boot to boot, or null while it has none here.</summary>
    public string? AuxiliaryDevice { get; init; }

    /// <summary>
    /// Whether a driver that makes an instance of it has it, and that is not to be seen: it was moved to another network namespace, where it is in use.
    /// </summary>
    public bool IsElsewhere => Devlink is null && Driver is { } driver && driver.ToString().EndsWith(MakesInstances, StringComparison.Ordinal);

    public override DeviceId Id => Subfunction;
}
