using MdevDesired.Applying;
using MdevDesired.Cli.Terminals;
using MdevDesired.Diagnostics;
using MdevDesired.Rendering.Pages;
using MdevDesired.Rendering.Reports;
using MdevDesired.Rendering.Trees;

namespace MdevDesired.Cli.Verbs;

/// <summary>What a run did, in the form that the user asked for and as an exit code.</summary>
internal static class ReportOutput
{
    /// <summary>Writes it: the result to standard output, except for a page that nobody reads there, which the journal has as lines.</summary>
    public static void Write(ApplyReport report, string format, Surroundings surroundings)
    {
        if (!surroundings.ErrorIsJournal || format != "text")
        {
            surroundings.Output.Write(Render(report, format, surroundings.OutputPalette));
            return;
        }

        foreach (var (severity, line) in ReportLines.Of(report))
        {
            surroundings.ErrorOf(severity).Write(UserText.Escape(line) + "\n");
        }
    }

    private static string Render(ApplyReport report, string format, Palette palette) => format switch
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
