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

    public abstract SubDeviceId Id { get; }
}
