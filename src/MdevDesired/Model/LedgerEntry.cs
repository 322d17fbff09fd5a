namespace MdevDesired.Model;

/// <summary>What this tool remembers of a sub device that it created or adopted.</summary>
internal sealed record LedgerEntry
{
    public required DeviceId Id { get; init; }

    public required ParentAddress Parent { get; init; }

    /// <summary>The document that it was created for.</summary>
    public required string Document { get; init; }

    /// <summary>Its name in that document.</summary>
    public required string Name { get; init; }

    /// <summary>The instance that was created; null from the intent until the creation is known to have succeeded.</summary>
    public ulong? Instance { get; init; }

    /// <summary>The driver that the kernel attached when the device was created, or that it had when it was adopted.</summary>
    public DriverName? Driver { get; init; }

    /// <summary>Whether its document says that it is never removed or replaced: it holds when the device has left the document too.</summary>
    public bool Protect { get; init; }

    /// <summary>The values written, in order: what a write-only attribute is compared with.</summary>
    public EquatableArray<AttributeValue> Written { get; init; }

    /// <summary>The entry with the instance of a device, and the driver that it has.</summary>
    public LedgerEntry Of(ObservedSubDevice device) => this with { Instance = device.Instance, Driver = device.Driver };

    /// <summary>Whether the observed device is the very one of this entry, and not one made again by somebody else.</summary>
    public bool Owns(ObservedSubDevice observed) =>
        Id == observed.Id && (Instance is null || Instance == observed.Instance);
}
