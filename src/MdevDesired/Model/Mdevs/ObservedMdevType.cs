namespace MdevDesired.Model.Mdevs;

/// <summary>An mdev type that a parent offers (Documentation/ABI/testing/sysfs-bus-vfio-mdev).</summary>
internal sealed record ObservedMdevType
{
    public required MdevTypeName Name { get; init; }

    /// <summary>How many more can be created now, or null when the file could not be read.</summary>
    public int? AvailableInstances { get; init; }

    /// <summary>As in <c>vfio-pci</c>.</summary>
    public string? DeviceApi { get; init; }

    /// <summary>The name that the vendor shows, when there is one.</summary>
    public string? Title { get; init; }

    public string? Description { get; init; }
}
