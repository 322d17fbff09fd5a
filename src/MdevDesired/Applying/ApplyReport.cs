using MdevDesired.Diagnostics;
using MdevDesired.Model;
using MdevDesired.Planning;

namespace MdevDesired.Applying;

/// <summary>What a run did, and what the kernel showed afterwards.</summary>
internal sealed record ApplyReport
{
    public required Plan Plan { get; init; }

    /// <summary>One for each change of the plan, in its order.</summary>
    public required EquatableArray<DeviceOutcome> Outcomes { get; init; }

    /// <summary>The plan that a new look at the host gives: empty when everything is as desired. Null when nothing was done.</summary>
    public Plan? Remaining { get; init; }

    /// <summary>Trouble with the ledger during the run.</summary>
    public EquatableArray<Diagnostic> Problems { get; init; }

    /// <summary>Whether the run was undone, as far as the kernel let it be.</summary>
    public bool IsRolledBack { get; init; }

    /// <summary>Whether that was because somebody interrupted it.</summary>
    public bool WasInterrupted { get; init; }

    public bool IsInterrupted => WasInterrupted || Outcomes.Any(outcome => outcome.Status == DeviceStatus.Interrupted);

    /// <summary>Whether the host is now as desired: shown by looking at it again, never by the writes alone.</summary>
    public bool IsConverged =>
        Outcomes.All(outcome => outcome.Status == DeviceStatus.Applied)
        && (Remaining ?? Plan) is { IsBlocked: false, IsEmpty: true };
}
