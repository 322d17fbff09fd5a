namespace MdevDesired.Model.Mdevs;

/// <summary>A mediated device that a document lists.</summary>
internal sealed record DesiredMdev : DesiredSubDevice
{
    public required MdevUuid Uuid { get; init; }

    public required MdevTypeName Type { get; init; }

    public override DeviceId Id => new MdevId(Uuid);
}
