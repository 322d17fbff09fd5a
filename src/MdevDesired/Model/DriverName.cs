namespace MdevDesired.Model;

/// <summary>The name of a driver as it stands under <c>/sys/bus/mdev/drivers/</c> or <c>/sys/bus/auxiliary/drivers/</c>, such as <c>vfio_mdev</c>.</summary>
internal readonly record struct DriverName : IComparable<DriverName>
{
    private readonly string? _value;

    /// <exception cref="FormatException">The text is no path segment.</exception>
    public DriverName(string value) =>
        _value = PathSegment.Reject(value) is { } why ? throw new FormatException($"driver \"{value}\" {why}") : value;

    public int CompareTo(DriverName other) => string.CompareOrdinal(ToString(), other.ToString());

    public override string ToString() => _value ?? "";
}
