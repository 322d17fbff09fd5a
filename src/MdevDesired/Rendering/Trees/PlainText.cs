using System.Buffers;
using MdevDesired.Model;

namespace MdevDesired.Rendering.Trees;

/// <summary>
/// Decides which text stands in YAML without quotes: only what every reader, of YAML 1.1 too, takes for text. A number, a date,
/// <c>no</c> or <c>~</c> is quoted.
/// </summary>
internal static class PlainText
{
    private static readonly SearchValues<char> Safe =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./: ");

    private static readonly HashSet<string> Words =
        new(["y", "yes", "n", "no", "on", "off", "true", "false", "null"], StringComparer.OrdinalIgnoreCase);

    public static bool Is(string text) => MdevUuid.TryParse(text, out _) || (IsSafe(text) && !Words.Contains(text));

    private static bool IsSafe(string text) =>
        text.Length > 0
        && char.IsAsciiLetter(text[0])
        && text[^1] is not (' ' or ':')
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.AsSpan().ContainsAnyExcept(Safe);
}
