namespace MdevDesired.Model;

/// <summary>The driver that a sub device shall have: a named one, none, or whichever the kernel bound.</summary>
internal readonly record struct DesiredDriver
{
    private DesiredDriver(DriverName? name, bool unbound) => (Name, Unbound) = (name, unbound);

    /// <summary>As the kernel bound it: the document does not say.</summary>
    public static DesiredDriver AsBound => default;

    /// <summary>No driver: <c>driver: none</c>.</summary>
    public static DesiredDriver None => new(null, unbound: true);

    /// <summary>The named driver, or null.</summary>
    public DriverName? Name { get; }

    /// <summary>Whether the device shall have no driver.</summary>
    public bool Unbound { get; }

    public static DesiredDriver Named(DriverName name) => new(name, unbound: false);
}
