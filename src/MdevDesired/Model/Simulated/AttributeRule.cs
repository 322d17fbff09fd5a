namespace MdevDesired.Model.Simulated;

/// <summary>An attribute that the devices of a simulated parent have.</summary>
internal sealed record AttributeRule
{
    public required AttributeName Name { get; init; }

    public AttributeAccess Access { get; init; }

    /// <summary>Whether it may be written while a driver is bound; otherwise that gives EBUSY.</summary>
    public bool WritableWhileBound { get; init; } = true;

    /// <summary>The values that it takes, others give EINVAL; empty when it takes any.</summary>
    public EquatableArray<string> Values { get; init; }

    /// <summary>What a new device has, or null for an empty text.</summary>
    public string? Initially { get; init; }
}
