namespace MdevDesired.Model.Devlink;

/// <summary>The function that a port leads to; what the driver or an older kernel does not say is null.</summary>
internal sealed record DevlinkPortFunction
{
    public HardwareAddress? HwAddr { get; init; }

    public DevlinkFunctionState? State { get; init; }

    public DevlinkFunctionOpstate? Opstate { get; init; }

    public bool? Roce { get; init; }

    public bool? Migratable { get; init; }

    /// <summary>Event queues for I/O.</summary>
    public uint? MaxIoEqs { get; init; }

    /// <summary>The function's own devlink instance, once its driver is there.</summary>
    public DevlinkHandle? Device { get; init; }
}
