using System.Text;
using MdevDesired.Diagnostics;
using MdevDesired.Loading;

namespace MdevDesired.Rendering.Validation;

/// <summary>Quotes the line of the input that a diagnostic is about, with a caret under the place.</summary>
internal sealed class SourceExcerpts(IEnumerable<SourceText> sources)
{
    // Two columns of margin, and what is left of 80: a longer line is quoted around the place.
    private const int Shown = 76;

    private readonly Dictionary<string, SourceText> _sources =
        sources.GroupBy(source => source.Path).ToDictionary(group => group.Key, group => group.First());

    /// <summary>The line and its caret, indented; nothing when the file is not at hand or the place lies outside it.</summary>
    public IReadOnlyList<string> Quote(SourceSpan span)
    {
        if (!_sources.TryGetValue(span.File, out var source) || Line(source.Bytes.Span, span.Start.Line) is not { } line)
        {
            return [];
        }

        var column = Math.Min(span.Start.Column - 1, line.Length);
        var from = Math.Max(0, Math.Min(column - (Shown / 2), line.Length - Shown));
        var excerpt = line[from..Math.Min(line.Length, from + Shown)];
        return ["  " + excerpt.TrimEnd(), "  " + Margin(excerpt[..(column - from)]) + "^"];
    }

    // Escapes are longer than what they stand for, so the caret moves with them.
    private static string Margin(string before) => new(' ', UserText.Escape(before).Length);

    private static string? Line(ReadOnlySpan<byte> bytes, int number)
    {
        for (var line = 1; line < number; line++)
        {
            var end = bytes.IndexOf((byte)'\n');
            if (end < 0)
            {
                return null;
            }

            bytes = bytes[(end + 1)..];
        }

        var length = bytes.IndexOf((byte)'\n');
        return Encoding.UTF8.GetString(length < 0 ? bytes : bytes[..length]).TrimEnd('\r').Replace('\t', ' ');
    }
}
