namespace MdevDesired.Model.Mdevs;

/// <summary>A mediated device is its UUID, which is unique in the whole host.</summary>
internal sealed record MdevId(MdevUuid Uuid) : SubDeviceId
{
    public override string Kind => "mdev";

    public override string ToString() => Uuid.ToString();

    protected override int CompareWithinKind(SubDeviceId other) => Uuid.CompareTo(((MdevId)other).Uuid);
}
