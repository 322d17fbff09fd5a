using MdevDesired.Model;

namespace MdevDesired.Planning;

/// <summary>The difference between desired and observed as ordered changes: deterministic for equal input.</summary>
internal sealed record Plan
{
    public required string Host { get; init; }

    /// <summary>Ordered by parent, then removals before creations before changes, then by identity.</summary>
    public required EquatableArray<DeviceChange> Changes { get; init; }

    /// <summary>Ordered by effect (the gravest first), parent and identity.</summary>
    public required EquatableArray<PlanFinding> Findings { get; init; }

    /// <summary>How many of the listed sub devices are as they should be.</summary>
    public required int InSync { get; init; }

    public bool IsEmpty => Changes.Count == 0;

    public bool IsRefused => Findings.Any(finding => finding.Effect == FindingEffect.Refuses);

    public bool IsBlocked => Findings.Any(finding => finding.Effect == FindingEffect.Blocks);

    /// <summary>Whether it, or what is done where the kernel refuses it, takes devices from whoever may use them.</summary>
    public bool MayDisrupt => Changes.Any(change => change.MayDisrupt);
}
