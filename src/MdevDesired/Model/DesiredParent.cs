using MdevDesired.Model.Devlink;
using MdevDesired.Diagnostics;

namespace MdevDesired.Model;

/// <summary>What the input wants of one parent device, merged from every document that lists it.</summary>
internal sealed record DesiredParent
{
    public required ParentAddress Address { get; init; }

    /// <summary>Where the parent is first listed.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>How long apply waits for it and for what its sub devices need of it; null when no listing says.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>An absent parent is a warning, not a failure.</summary>
    public bool Optional { get; init; }

    public PruneMode Prune { get; init; }

    /// <summary>Whether what is in use may be disturbed, but for a device that is open through VFIO.</summary>
    public bool AllowsDisruption { get; init; }

    /// <summary>The documents that list this parent.</summary>
    public EquatableArray<string> ListedBy { get; init; }

    /// <summary>Those of them that have a <c>subDevices</c> key: a document without it manages none, one with <c>[]</c> wants none.</summary>
    public EquatableArray<string> ManagedBy { get; init; }

    /// <summary>The settings of its own devlink instance.</summary>
    public DesiredParentDevlink Devlink { get; init; } = DesiredParentDevlink.None;

    public EquatableArray<DesiredSubDevice> SubDevices { get; init; }
}
