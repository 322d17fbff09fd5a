using MdevDesired.Model.Devlink;

namespace MdevDesired.Model;

/// <summary>A sub device that the host has; each kind derives its own.</summary>
internal abstract record ObservedSubDevice
{
    public required ParentAddress Parent { get; init; }

    /// <summary>
    /// What only this very instance has (for an mdev the inode of its folder): a device made again under the same identity has another.
    /// </summary>
    public required ulong Instance { get; init; }

    /// <summary>The bound driver, or null.</summary>
    public DriverName? Driver { get; init; }

    /// <summary>Its own devlink instance, or null when it has none in this network namespace.</summary>
    public ObservedDevlink? Devlink { get; init; }

    public abstract DeviceId Id { get; }
}
