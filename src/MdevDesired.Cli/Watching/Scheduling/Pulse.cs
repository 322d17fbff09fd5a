namespace MdevDesired.Cli.Watching.Scheduling;

/// <summary>Shows whether the service goes on: it says by when it will be heard of again. Safe to use from several threads.</summary>
internal sealed class Pulse(TimeProvider clock)
{
    private long _until = long.MaxValue;

    /// <summary>Whether it is not overdue.</summary>
    public bool IsBeating => clock.GetTimestamp() <= Interlocked.Read(ref _until);

    public void Beat(TimeSpan within) =>
        Interlocked.Exchange(ref _until, clock.GetTimestamp() + (long)(within.TotalSeconds * clock.TimestampFrequency));
}
