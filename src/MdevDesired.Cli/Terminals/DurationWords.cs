using System.Globalization;

namespace MdevDesired.Cli.Terminals;

/// <summary>Lengths of time as people read them.</summary>
internal static class DurationWords
{
    /// <summary>As in <c>30 s</c>, <c>1 min 30 s</c>, <c>500 ms</c>; zero is <c>0 s</c>.</summary>
    public static string Of(TimeSpan length)
    {
        (long Count, string Unit)[] parts = [((long)length.TotalHours, "h"), (length.Minutes, "min"), (length.Seconds, "s"), (length.Milliseconds, "ms")];
        var words = parts.Where(part => part.Count > 0).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Count} {part.Unit}")).ToList();
        return words.Count == 0 ? "0 s" : string.Join(' ', words);
    }
}
