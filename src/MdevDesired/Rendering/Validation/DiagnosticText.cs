using MdevDesired.Diagnostics;
using MdevDesired.Rendering.Pages;

namespace MdevDesired.Rendering.Validation;

/// <summary>Renders diagnostics as compilers do: the first line is <c>file:line:column: error MD0012: message</c>, whole.</summary>
internal static class DiagnosticText
{
    /// <param name="diagnostics">In the order in which they shall stand.</param>
    /// <param name="palette">The colours.</param>
    /// <param name="excerpts">The lines of the input to quote, or null to quote none.</param>
    public static string Render(IEnumerable<Diagnostic> diagnostics, Palette palette, SourceExcerpts? excerpts = null)
    {
        var page = new Page(palette);
        foreach (var diagnostic in diagnostics)
        {
            Add(page, diagnostic, excerpts);
        }

        return page.ToString();
    }

    /// <summary>All of it in one line, for a log.</summary>
    public static string Line(Diagnostic diagnostic) => UserText.Escape(WithHint(diagnostic.ToString(), diagnostic.Hint));

    /// <summary>A line with its hint, if there is one.</summary>
    public static string WithHint(string line, string? hint) => hint is null ? line : $"{line} (hint: {hint})";

    /// <summary>How many errors and warnings there are, as <c>2 errors, 1 warning</c>.</summary>
    public static string Count(IReadOnlyCollection<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error);
        var warnings = diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Warning);
        return string.Join(", ", new[] { Quantity.OrEmpty(errors, "error"), Quantity.OrEmpty(warnings, "warning") }.Where(part => part.Length > 0));
    }

    /// <summary>One line for a reader who sees only the end of many: how much there is, and where to begin. Empty for a single error.</summary>
    public static string Sum(IReadOnlyCollection<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).ToList();
        var first = errors.FirstOrDefault(error => error.Span is not null)?.Span;
        return errors.Count > 1 ? $"Found {Count(diagnostics)}{(first is null ? "" : $", the first error at {first}")}.\n" : "";
    }

    private static void Add(Page page, Diagnostic diagnostic, SourceExcerpts? excerpts)
    {
        page.Whole(diagnostic.ToString(), InkOf(diagnostic.Severity));
        foreach (var line in diagnostic.Span is { } span ? excerpts?.Quote(span) ?? [] : [])
        {
            page.Whole(line, Ink.Faint);
        }

        if (diagnostic.Hint is { } hint)
        {
            page.Line(2, $"hint: {hint}", hanging: 6);
        }
    }

    private static Ink InkOf(Severity severity) => severity switch
    {
        Severity.Error => Ink.Error,
        Severity.Warning => Ink.Warning,
        _ => Ink.Plain,
    };
}
