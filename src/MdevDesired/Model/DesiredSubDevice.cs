using MdevDesired.Diagnostics;

using MdevDesired.Model.Devlink;

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

    /// <summary>The params that its own devlink instance shall have, in the order of the document.</summary>
    public EquatableArray<DesiredDevlinkParam> DevlinkParams { get; init; }

    /// <summary>The ports that its own devlink instance shall show.</summary>
    public EquatableArray<DesiredPort> Ports { get; init; }

    /// <summary>Whether it is never to be removed or replaced.</summary>
    public bool Protect { get; init; }

    /// <summary>What the ledger remembers as written, because it may not be read back.</summary>
    public virtual EquatableArray<AttributeValue> Written => Params;

    /// <summary>Whether it wants anything of its own devlink instance.</summary>
    public bool HasDevlink => DevlinkParams.Count > 0 || Ports.Count > 0;

    public abstract DeviceId Id { get; }
}
