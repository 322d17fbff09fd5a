namespace MdevDesired.Rendering.Differences;

/// <summary>The difference of two texts, line by line, with as many lines in common as there can be.</summary>
internal static class LineDiff
{
    // Beyond this the table of the longest common subsequence costs more than a shorter difference is worth.
    private const long LargestTable = 4_000_000;

    /// <summary>Every line of both texts, those in common once.</summary>
    public static IReadOnlyList<DiffLine> Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var start = CommonStart(before, after);
        var end = CommonEnd(before, after, start);
        var (old, now) = (before.Skip(start).Take(before.Count - start - end).ToArray(), after.Skip(start).Take(after.Count - start - end).ToArray());
        return
        [
            .. before.Take(start).Select(line => new DiffLine(' ', line)),
            .. (long)old.Length * now.Length > LargestTable ? Replaced(old, now) : Differing(old, now),
            .. before.Skip(before.Count - end).Select(line => new DiffLine(' ', line)),
        ];
    }

    private static int CommonStart(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var (count, most) = (0, Math.Min(before.Count, after.Count));
        while (count < most && before[count] == after[count])
        {
            count++;
        }

        return count;
    }

    private static int CommonEnd(IReadOnlyList<string> before, IReadOnlyList<string> after, int start)
    {
        var (count, most) = (0, Math.Min(before.Count, after.Count) - start);
        while (count < most && before[before.Count - count - 1] == after[after.Count - count - 1])
        {
            count++;
        }

        return count;
    }

    private static IEnumerable<DiffLine> Replaced(string[] old, string[] now) =>
        old.Select(line => new DiffLine('-', line)).Concat(now.Select(line => new DiffLine('+', line)));

    private static IEnumerable<DiffLine> Differing(string[] old, string[] now)
    {
        var common = CommonLengths(old, now);
        var (left, right) = (0, 0);
        while (left < old.Length || right < now.Length)
        {
            if (left < old.Length && right < now.Length && old[left] == now[right])
            {
                yield return new(' ', old[left++]);
                right++;
            }
            else if (right == now.Length || (left < old.Length && common[left + 1, right] >= common[left, right + 1]))
            {
                yield return new('-', old[left++]);
            }
            else
            {
                yield return new('+', now[right++]);
            }
        }
    }

    // For each pair of places, how many lines what follows has in common.
    private static int[,] CommonLengths(string[] old, string[] now)
    {
        var common = new int[old.Length + 1, now.Length + 1];
        for (var left = old.Length - 1; left >= 0; left--)
        {
            for (var right = now.Length - 1; right >= 0; right--)
            {
                common[left, right] = old[left] == now[right]
                    ? common[left + 1, right + 1] + 1
                    : Math.Max(common[left + 1, right], common[left, right + 1]);
            }
        }

        return common;
    }
}
