using MdevDesired.Model;
using MdevDesired.Planning;

namespace MdevDesired.Applying;

/// <summary>Makes one report of a run that went lane by lane: each lane was applied once.</summary>
internal static class JoinedReport
{
    /// <summary>The report; null when nothing was done and nothing is known.</summary>
    /// <param name="rounds">The reports of the lanes, in the order in which they ran.</param>
    /// <param name="now">The plan of the whole host that the last look gives, or null when there was none after the last action.</param>
    public static ApplyReport? Of(IReadOnlyList<ApplyReport> rounds, Plan? now)
    {
        var outcomes = rounds.SelectMany(round => round.Outcomes).ToEquatableArray();
        var problems = rounds.SelectMany(round => round.Problems).ToEquatableArray();
        return outcomes.Count == 0 && now is null ? null : new()
        {
            Plan = outcomes.Count > 0 ? Joined(rounds) : now!,
            Outcomes = outcomes,
            Remaining = outcomes.Count > 0 ? now : null,
            Problems = problems,
            IsRolledBack = rounds.Any(round => round.IsRolledBack),
            WasInterrupted = rounds.Any(round => round.WasInterrupted),
        };
    }

    private static Plan Joined(IReadOnlyList<ApplyReport> rounds) => rounds[^1].Plan with
    {
        Changes = rounds.SelectMany(round => round.Plan.Changes).ToEquatableArray(),
        Findings = rounds.SelectMany(round => round.Plan.Findings).Distinct().ToEquatableArray(),
        InSync = rounds.Sum(round => round.Plan.InSync),
    };
}
