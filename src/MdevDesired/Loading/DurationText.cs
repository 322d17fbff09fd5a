using System.Globalization;
using System.Text.RegularExpressions;

namespace MdevDesired.Loading;

/// <summary>Reads durations as the documents have them: <c>1h30m</c>, <c>30s</c>, <c>500ms</c>; a bare 0 too.</summary>
internal static partial class DurationText
{
    public static bool TryParse(string text, out TimeSpan value)
    {
        var match = Pattern().Match(text);
        value = match.Success
            ? new TimeSpan(0, Part(match, "h"), Part(match, "m"), Part(match, "s"), Part(match, "ms"))
            : TimeSpan.Zero;
        return match.Success || text == "0";
    }

    private static int Part(Match match, string unit) =>
        match.Groups[unit] is { Success: true } group ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?=[0-9])(?:(?<h>[0-9]{1,6})h)?(?:(?<m>[0-9]{1,6})m(?!s))?(?:(?<s>[0-9]{1,6})s)?(?:(?<ms>[0-9]{1,6})ms)?\z")]
    private static partial Regex Pattern();
}
