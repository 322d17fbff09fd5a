namespace MdevDesired.Model;

/// <summary>
/// The identity of a mediated device: a UUID, which the kernel accepts in either case and shows in lower case
/// (drivers/vfio/mdev/mdev_sysfs.c, <c>uuid_parse</c>; <c>dev_set_name("%pUl")</c>).
/// </summary>
internal readonly record struct MdevUuid : IComparable<MdevUuid>
{
    /// <summary>The length that the kernel insists on, in characters.</summary>
    public const int Length = 36;

    private readonly Guid _value;

    private MdevUuid(Guid value) => _value = value;

    public static bool TryParse(string text, out MdevUuid uuid)
    {
        // Guid tolerates white space around the text; the kernel does not.
        var valid = Guid.TryParseExact(text, "D", out var value) && text.Length == Length;
        uuid = new MdevUuid(value);
        return valid;
    }

    /// <exception cref="FormatException">The text is no UUID.</exception>
    public static MdevUuid Parse(string text) =>
        TryParse(text, out var uuid) ? uuid : throw new FormatException($"\"{text}\" is no UUID");

    /// <summary>Orders as the text does.</summary>
    public int CompareTo(MdevUuid other) => _value.CompareTo(other._value);

    /// <summary>The text as the kernel shows it: 36 characters, lower case.</summary>
    public override string ToString() => _value.ToString("D");
}
