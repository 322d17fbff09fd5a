namespace MdevDesired.Cli.Watching.Scheduling;

/// <summary>How long to wait after failures in a row: a second, then twice as long each time, up to five minutes.</summary>
internal static class RetryDelay
{
    private const int MostDoublings = 9;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static TimeSpan After(int failures)
    {
        var delay = TimeSpan.FromSeconds(1 << Math.Clamp(failures - 1, 0, MostDoublings));
        return delay < Longest ? delay : Longest;
    }
}
