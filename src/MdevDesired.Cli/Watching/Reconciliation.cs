using MdevDesired.Applying;
using MdevDesired.Diagnostics;
using MdevDesired.Model;
using MdevDesired.Planning;

namespace MdevDesired.Cli.Watching;

/// <summary>What a look at the host showed, and what was done about it.</summary>
internal sealed record Reconciliation
{
    /// <summary>The host afterwards, with the plan of all that is left to do.</summary>
    public required HostAssessment Assessment { get; init; }

    /// <summary>When the last look at it began.</summary>
    public required TimeSpan Looked { get; init; }

    /// <summary>What was done, or null when only was looked.</summary>
    public ApplyReport? Report { get; init; }

    /// <summary>Trouble with the ledger.</summary>
    public EquatableArray<Diagnostic> Problems { get; init; }

    /// <summary>Whether something is left as it is because somebody uses it, or because the kernel has not answered yet.</summary>
    public bool IsHeldUp => Assessment.Plan.Findings.Any(finding =>
        finding.Effect == FindingEffect.Blocks && (finding.Diagnostic.Code == PlanningCodes.InUse || finding.Diagnostic.Code == PlanningCodes.Pending));

    /// <summary>Whether something waits for the documents to rest.</summary>
    public bool Rests { get; init; }
}
