using System.Text;
using MdevDesired.Diagnostics;
using MdevDesired.Loading;

namespace MdevDesired.Tests.Loading;

/// <summary>A file with each diagnostic under the line that it is about, as people review it.</summary>
internal static class Baseline
{
    private const int ShownWidth = 150;

    public static string Of(IEnumerable<SourceText> sources, IEnumerable<Diagnostic> diagnostics)
    {
        var text = new StringBuilder();
        foreach (var source in sources)
        {
            text.Append("=== ").Append(source.Path).Append('\n');
            var lines = Encoding.UTF8.GetString(source.Bytes.Span).Split('\n');
            foreach (var (line, number) in lines.Select((line, index) => (line, index + 1)))
            {
                text.Append($"    {Shown(line)}".TrimEnd()).Append('\n');
                AppendAll(text, diagnostics.Where(found => found.Span is { } span && span.File == source.Path && span.Start.Line == number));
            }
        }

        return text.ToString();
    }

    private static void AppendAll(StringBuilder text, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var found in diagnostics)
        {
            var column = found.Span!.Value.Start.Column;
            text.Append("~~~~").Append('~', Math.Min(column, ShownWidth) - 1).Append("^ ");
            text.Append(found.Span).Append(": ").Append(found.Severity).Append(' ').Append(found.Code).Append(": ").Append(found.Message).Append('\n');
            text.Append(found.Hint is null ? "" : $"~~~~ hint: {found.Hint}\n");
        }
    }

    private static string Shown(string line) => UserText.Escape(line.Length <= ShownWidth ? line : line[..ShownWidth] + "…");
}
