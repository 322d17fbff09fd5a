using System.Text;
using MdevDesired.Diagnostics;

namespace MdevDesired.Rendering.Validation;

/// <summary>Renders diagnostics as workflow commands of GitHub Actions, which shows them beside the changed lines.</summary>
internal static class GitHubCommands
{
    public static string Render(IEnumerable<Diagnostic> diagnostics)
    {
        var text = new StringBuilder();
        foreach (var diagnostic in diagnostics)
        {
            text.Append(Command(diagnostic)).Append('\n');
        }

        return text.ToString();
    }

    private static string Command(Diagnostic diagnostic)
    {
        var place = diagnostic.Span is { } span
            ? $"file={Property(span.File)},line={span.Start.Line},col={span.Start.Column},"
            : "";
        var hint = diagnostic.Hint is null ? "" : $"\nhint: {UserText.Escape(diagnostic.Hint)}";
        return $"::{Level(diagnostic.Severity)} {place}title={Property(diagnostic.Code.ToString())}"
            + $"::{Escape(UserText.Escape(diagnostic.Message) + hint)}";
    }

    private static string Level(Severity severity) => severity == Severity.Note ? "notice" : DiagnosticTree.Level(severity);

    // The runner undoes exactly these (actions/toolkit, packages/core/src/command.ts); anything else would show as written.
    private static string Escape(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Escape(UserText.Escape(text))
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
