namespace MdevDesired.Diagnostics;

/// <summary>Finds what the user may have meant.</summary>
internal static class Suggestion
{
    // Nothing longer is a typing mistake, and the distance costs length times length.
    private const int LongestGiven = 64;

    /// <summary>A hint <c>did you mean "x"?</c> for the nearest candidate, or null when none is near.</summary>
    public static string? For(string given, IEnumerable<string> candidates) =>
        given.Length <= LongestGiven && Nearest(given, candidates) is { } nearest ? $"did you mean \"{nearest}\"?" : null;

    private static string? Nearest(string given, IEnumerable<string> candidates)
    {
        var limit = Math.Max(1, given.Length / 3);
        return candidates
            .Select(candidate => (candidate, distance: Distance(given.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(pair => pair.distance <= limit)
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    // Optimal string alignment: two swapped letters are one mistake, as they are for a typist.
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0 ? i + j : Cheapest(rows, a, b, i, j);
            }
        }

        return rows[a.Length, b.Length];
    }

    private static int Cheapest(int[,] rows, string a, string b, int i, int j)
    {
        var substitution = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        var cost = Math.Min(substitution, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return swapped ? Math.Min(cost, rows[i - 2, j - 2] + 1) : cost;
    }
}
