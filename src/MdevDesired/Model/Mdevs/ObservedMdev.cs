namespace MdevDesired.Model.Mdevs;

/// <summary>A mediated device that the host has.</summary>
internal sealed record ObservedMdev : ObservedSubDevice
{
    public required MdevUuid Uuid { get; init; }

    /// <summary>Null while the kernel has not linked <c>mdev_type</c> yet.</summary>
    public MdevTypeName? Type { get; init; }

    /// <summary>The attributes that the observation was asked for, ordered by name.</summary>
    public EquatableArray<ObservedAttribute> Attributes { get; init; }

    public override DeviceId Id => new MdevId(Uuid);
}
