namespace MdevDesired.Model;

/// <summary>A parent as the one whose own settings change.</summary>
internal sealed record ParentId(ParentAddress Address) : DeviceId
{
    /// <summary>The kind's word.</summary>
    public const string Word = "parent";

    public override string Kind => Word;

    public override string Label => "";

    /// <exception cref="FormatException">The text addresses no device.</exception>
    public static ParentId Parse(string text) => new(ParentAddress.Parse(text));

    public override string ToString() => Address.ToString();

    protected override int CompareWithinKind(DeviceId other) => Address.CompareTo(((ParentId)other).Address);
}
