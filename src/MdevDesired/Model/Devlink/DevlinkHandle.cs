namespace MdevDesired.Model.Devlink;

/// <summary>The name of a devlink instance: <c>bus/name</c>, as in <c>pci/0000:05:00.0</c> (man 8 devlink, DEV).</summary>
internal readonly record struct DevlinkHandle : IComparable<DevlinkHandle>
{
    private readonly string? _bus;
    private readonly string? _name;

    /// <exception cref="FormatException">The bus or the name is no path segment.</exception>
    public DevlinkHandle(string bus, string name) => (_bus, _name) = (Checked(bus), Checked(name));

    public string Bus => _bus ?? "";

    public string Name => _name ?? "";

    /// <summary>The same device as a parent.</summary>
    public ParentAddress Address => new(Bus, Name);

    /// <exception cref="FormatException">The text is no <c>bus/name</c>.</exception>
    public static DevlinkHandle Parse(string text) =>
        TryParse(text, out var handle) ? handle : throw new FormatException($"\"{text}\" is no devlink handle (bus/name)");

    public static bool TryParse(string text, out DevlinkHandle handle)
    {
        handle = default;
        return text.Split('/') is [var bus, var name] && TryCreate(bus, name, out handle);
    }

    /// <summary>Makes a handle of its parts when both are path segments.</summary>
    public static bool TryCreate(string bus, string name, out DevlinkHandle handle)
    {
        var valid = PathSegment.Reject(bus) is null && PathSegment.Reject(name) is null;
        handle = valid ? new DevlinkHandle(bus, name) : default;
        return valid;
    }

    public int CompareTo(DevlinkHandle other)
    {
        var bus = string.CompareOrdinal(Bus, other.Bus);
        return bus != 0 ? bus : string.CompareOrdinal(Name, other.Name);
    }

    public override string ToString() => $"{Bus}/{Name}";

    private static string Checked(string segment) =>
        PathSegment.Reject(segment) is { } why ? throw new FormatException($"\"{segment}\" {why}") : segment;
}
