using MdevDesired.Applying;
using MdevDesired.Diagnostics;
using MdevDesired.Rendering.Pages;
using MdevDesired.Rendering.Reports;
using MdevDesired.Rendering.Trees;

namespace MdevDesired.Cli.Verbs;

/// <summary>What a run did, in the form that the user asked for and as an exit code.</summary>
internal static class ReportOutput
{
    public static string Render(ApplyReport report, string format, Palette palette) => format switch
    {
        "json" => ApplyReportDocument.Render(TreeSyntax.Json, report),
        _ => ApplyReportText.Render(report, palette),
    };

    public static ExitCode Code(ApplyReport report) =>
        report.IsInterrupted ? ExitCode.Interrupted
        : (report.Plan.IsRefused && report.Outcomes.Count == 0) || report.Problems.Any(problem => problem.Severity == Severity.Error) ? ExitCode.Error
        : report.IsConverged ? ExitCode.Done
        : ExitCode.Partial;
}
