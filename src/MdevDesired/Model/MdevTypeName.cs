namespace MdevDesired.Model;

/// <summary>The name of an mdev type as it stands under <c>mdev_supported_types/</c>, such as <c>mtty-2</c>.</summary>
internal readonly record struct MdevTypeName : IComparable<MdevTypeName>
{
    private readonly string? _value;

    /// <exception cref="FormatException">The text is no path segment.</exception>
    public MdevTypeName(string value) =>
        _value = PathSegment.Reject(value) is { } why ? throw new FormatException($"mdev type \"{value}\" {why}") : value;

    public int CompareTo(MdevTypeName other) => string.CompareOrdinal(ToString(), other.ToString());

    public override string ToString() => _value ?? "";
}
