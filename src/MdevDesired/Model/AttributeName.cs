namespace MdevDesired.Model;

/// <summary>A sysfs attribute of a sub device: one segment, or several as in <c>nvidia/vgpu_params</c>.</summary>
internal readonly record struct AttributeName : IComparable<AttributeName>
{
    private readonly string? _value;

    /// <exception cref="FormatException">The text could lead out of the device's folder.</exception>
    public AttributeName(string value) =>
        _value = Reject(value) is { } why ? throw new FormatException($"attribute \"{value}\" {why}") : value;

    /// <summary>Says why the text is no attribute beneath the device's folder, or null when it is one.</summary>
    public static string? Reject(string text) =>
        text.Split('/').Select(PathSegment.Reject).FirstOrDefault(why => why is not null) switch
        {
            null => null,
            "is empty" when text.Length > 0 => "has an empty segment",
            var why when text.Contains('/', StringComparison.Ordinal) => why.Replace("is \"", "has a segment \"", StringComparison.Ordinal),
            var why => why,
        };

    public int CompareTo(AttributeName other) => string.CompareOrdinal(ToString(), other.ToString());

    public override string ToString() => _value ?? "";
}
