namespace MdevDesired.Model.Mdevs;

/// <summary>A mediated device is its UUID, which is unique in the whole host.</summary>
internal sealed record MdevId(MdevUuid Uuid) : DeviceId
{
    /// <summary>The kind's word.</summary>
    public const string Word = "mdev";

    public override string Kind => Word;

    /// <exception cref="FormatException">The text is no UUID.</exception>
    public static MdevId Parse(string text) => new(MdevUuid.Parse(text));

    public override string ToString() => Uuid.ToString();

    protected override int CompareWithinKind(DeviceId other) => Uuid.CompareTo(((MdevId)other).Uuid);
}
