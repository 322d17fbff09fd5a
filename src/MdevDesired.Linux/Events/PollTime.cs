namespace MdevDesired.Linux.Events;

/// <summary>Lengths of time as poll(2) takes them.</summary>
internal static class PollTime
{
    /// <summary>Whole milliseconds, never less than the length; -1 for one that has no end.</summary>
    public static int Milliseconds(TimeSpan length) =>
        length == Timeout.InfiniteTimeSpan ? -1 : (int)Math.Ceiling(Math.Clamp(length.TotalMilliseconds, 0, int.MaxValue));
}
