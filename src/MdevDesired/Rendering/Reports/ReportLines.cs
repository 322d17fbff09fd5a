using MdevDesired.Applying;
using MdevDesired.Diagnostics;
using MdevDesired.Planning;
using MdevDesired.Rendering.Plans;

namespace MdevDesired.Rendering.Reports;

/// <summary>
/// What a run did as a log has it: a line that stands for itself for each thing that is not as desired, and the sum last, where
/// <c>systemctl status</c> shows it.
/// </summary>
internal static class ReportLines
{
    public static IEnumerable<(Severity Severity, string Line)> Of(ApplyReport report) =>
    [
        .. report.Outcomes.Where(outcome => outcome.Status != DeviceStatus.Applied).Select(Line),
        .. (report.Remaining ?? report.Plan).Findings.Reverse().Select(Line),
        Sum(report),
    ];

    private static (Severity Severity, string Line) Line(DeviceOutcome outcome)
    {
        var device = $"{outcome.Change.Parent} {ChangeLook.Name(outcome.Change) ?? outcome.Change.Id.Label}";
        var why = outcome.Failure is { } failure ? $": {failure}" : "";
        return (Severity.Error, $"{device}: {OutcomeWords.Of(outcome)}{why}{Hint(outcome.Hint)}");
    }

    private static (Severity Severity, string Line) Line(PlanFinding finding) =>
        (finding.Diagnostic.Severity, $"{finding.Diagnostic}{Hint(finding.Diagnostic.Hint)}");

    private static (Severity Severity, string Line) Sum(ApplyReport report) =>
        report.Outcomes.Count == 0
            ? (report.Plan.IsRefused || report.Plan.IsBlocked ? Severity.Error : Severity.Note, PlanSummary.Of(report.Plan))
            : report.IsConverged ? (Severity.Note, ReportSummary.Done(report))
            : (Severity.Error, $"{ReportSummary.Done(report)} Not as desired yet.");

    private static string Hint(string? hint) => hint is null ? "" : $" ({hint})";
}
