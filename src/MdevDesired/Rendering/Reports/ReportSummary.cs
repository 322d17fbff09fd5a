using MdevDesired.Applying;
using MdevDesired.Rendering.Plans;

namespace MdevDesired.Rendering.Reports;

/// <summary>A run in two lines: what was done, and what a new look at the host shows.</summary>
internal static class ReportSummary
{
    public static string Done(ApplyReport report)
    {
        var done = report.Outcomes
            .GroupBy(outcome => (outcome.Status, Kind: outcome.Status == DeviceStatus.Applied ? outcome.Change.Kind : default))
            .OrderBy(group => group.Key)
            .Select(group => $"{group.Count()} {OutcomeWords.Of(group.First())}");
        var blocked = PlanSummary.Blocked(report.Plan);
        var counts = string.Join(", ", blocked == 0 ? done : done.Append($"{blocked} blocked"));
        return $"{(report.IsRolledBack ? "Rolled back" : "Applied")}: {counts}; {report.Plan.InSync} {(report.Plan.InSync == 1 ? "was" : "were")} in sync.";
    }

    public static string Verified(ApplyReport report) => report switch
    {
        { IsConverged: true } => "Verified: the host is as desired.",
        { IsRolledBack: true, Remaining: not null } when report.Outcomes.All(IsAsBefore) && report.Problems.Count == 0 =>
            "Verified: the host is as it was before. What remains:",
        { Remaining: null } => "Not verified: the host could not be looked at again.",
        _ => "Not as desired yet. What remains:",
    };

    private static bool IsAsBefore(DeviceOutcome outcome) => outcome.Status is DeviceStatus.RolledBack or DeviceStatus.Interrupted
        || outcome is { Status: DeviceStatus.Failed, IsUndone: true };
}
