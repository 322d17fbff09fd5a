namespace MdevDesired.Model;

/// <summary>
/// A parent device: devlink-style <c>bus/name</c> (<c>pci/0000:05:00.0</c>), or the bare kernel name (<c>mtty</c>) of a
/// device without a bus or of one whose bus the user did not say.
/// </summary>
internal readonly record struct ParentAddress : IComparable<ParentAddress>
{
    private readonly string? _name;

    /// <exception cref="FormatException">The bus or the name is no path segment.</exception>
    public ParentAddress(string? bus, string name)
    {
        Bus = bus is null ? null : Checked(bus);
        _name = Checked(name);
    }

    /// <summary>The bus, or null for a device without one or of an unstated one.</summary>
    public string? Bus { get; }

    /// <summary>The kernel's name: what <c>/sys/class/mdev_bus/</c> lists.</summary>
    public string Name => _name ?? "";

    /// <exception cref="FormatException">The text is neither <c>bus/name</c> nor a name.</exception>
    public static ParentAddress Parse(string text) =>
        Reject(text) is { } why ? throw new FormatException($"parent \"{text}\" {why}") : Split(text);

    /// <summary>Says why the text addresses no device, or null when it does.</summary>
    public static string? Reject(string text)
    {
        var parts = text.Split('/');
        return parts.Length > 2 ? "has more than one \"/\"" : parts.Select(PathSegment.Reject).FirstOrDefault(why => why is not null) switch
        {
            "is empty" when parts.Length > 1 => "has nothing on one side of \"/\"",
            var why => why,
        };
    }

    /// <summary>Whether both may address the same device: the names are equal and no two stated buses differ.</summary>
    public bool Matches(ParentAddress other) =>
        Name == other.Name && (Bus is null || other.Bus is null || Bus == other.Bus);

    public int CompareTo(ParentAddress other)
    {
        var bus = string.CompareOrdinal(Bus ?? "", other.Bus ?? "");
        return bus != 0 ? bus : string.CompareOrdinal(Name, other.Name);
    }

    public override string ToString() => Bus is null ? Name : $"{Bus}/{Name}";

    private static ParentAddress Split(string text) =>
        text.Split('/') is [var bus, var name] ? new ParentAddress(bus, name) : new ParentAddress(null, text);

    private static string Checked(string segment) =>
        PathSegment.Reject(segment) is { } why ? throw new FormatException($"\"{segment}\" {why}") : segment;
}
