using MdevDesired.Model;

namespace MdevDesired.Planning;

/// <summary>What the user may ask of a plan beside the document.</summary>
internal sealed record PlanOptions
{
    public static PlanOptions Default { get; } = new();

    /// <summary>Only this parent, or null for all.</summary>
    public ParentAddress? Parent { get; init; }

    /// <summary>The part of the host whose turn it is in a run that waits for the rest, or null for all of it.</summary>
    public LaneScope? Lanes { get; init; }

    /// <summary>Takes over listed devices that others made and that differ.</summary>
    public bool Adopt { get; init; }

    /// <summary>Removes what was created for documents that are not in the input.</summary>
    public bool PruneRemoved { get; init; }

    /// <summary>Lets changes through that disturb whoever uses a device, but for one that is open through VFIO.</summary>
    public bool AllowDisruption { get; init; }

    /// <summary>Parents that are left as they are, as if they were not there.</summary>
    public EquatableArray<ParentAddress> LeftOut { get; init; }

    public bool Covers(ParentAddress parent) =>
        (Parent is null || Parent.Value.Matches(parent)) && Lanes?.Covers(parent) != false && !LeftOut.Any(parent.Matches);
}
