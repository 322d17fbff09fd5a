namespace MdevDesired.Model.Mdevs;

/// <summary>A mediated device that a document lists.</summary>
internal sealed record DesiredMdev : DesiredSubDevice
{
    public required MdevUuid Uuid { get; init; }

    public required MdevTypeName Type { get; init; }

    /// <summary>Creation params, written in this order after create and before bind; a name may come several times.</summary>
    public EquatableArray<AttributeValue> Params { get; init; }

    public DesiredDriver Driver { get; init; }

    public override SubDeviceId Id => new MdevId(Uuid);
}
