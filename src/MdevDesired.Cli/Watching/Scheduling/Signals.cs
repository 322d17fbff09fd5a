using MdevDesired.Reporting.Watching;

namespace MdevDesired.Cli.Watching.Scheduling;

/// <summary>Where what is heard on several threads comes together. It remembers that something was heard, never all of it.</summary>
internal sealed class Signals(Schedule schedule, TimeProvider clock)
{
    // What Monitor.Wait takes has an end.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly object _gate = new();
    private readonly long _start = clock.GetTimestamp();

    /// <summary>The time since the service started.</summary>
    public TimeSpan Now => clock.GetElapsedTime(_start);

    public void Hear(WatchTrigger trigger)
    {
        lock (_gate)
        {
            schedule.Hear(trigger, Now);
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Tells the schedule what it must know.</summary>
    public void Tell(Action<Schedule> tell)
    {
        lock (_gate)
        {
            tell(schedule);
        }
    }

    /// <summary>Waits until there is something to do; null when the service ends.</summary>
    /// <param name="waits">Told how long it may take.</param>
    /// <param name="stop">Ends the wait.</param>
    public WatchCall? Wait(Action<TimeSpan> waits, CancellationToken stop)
    {
        using var woken = stop.Register(Wake);
        lock (_gate)
        {
            while (!stop.IsCancellationRequested)
            {
                if (schedule.Take(Now) is { } call)
                {
                    return call;
                }

                var patience = schedule.Due - Now;
                patience = patience < LongestWait ? patience : LongestWait;
                waits(patience);
                Monitor.Wait(_gate, patience > TimeSpan.Zero ? patience + TimeSpan.FromMilliseconds(1) : TimeSpan.Zero);
            }

            return null;
        }
    }

    private void Wake()
    {
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }
    }
}
