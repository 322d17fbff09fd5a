using MdevDesired.Applying;
using MdevDesired.Diagnostics;
using MdevDesired.Model;

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

    /// <summary>Whether something waits for the documents to rest.</summary>
    public bool Rests { get; init; }
}
