using MdevDesired.Diagnostics;

namespace MdevDesired.Model;

/// <summary>A sub device that a document lists; each kind derives its own.</summary>
internal abstract record DesiredSubDevice
{
    /// <summary><c>metadata.name</c> of the document that lists it.</summary>
    public required string Document { get; init; }

    /// <summary>Its name, unique within the parent.</summary>
    public required string Name { get; init; }

    /// <summary>Where it stands in the input.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>The driver that it shall have.</summary>
    public DesiredDriver Driver { get; init; }

    /// <summary>The attribute values that it shall have, in the order in which they are written.</summary>
    public EquatableArray<AttributeValue> Params { get; init; }

    public abstract SubDeviceId Id { get; }
}
