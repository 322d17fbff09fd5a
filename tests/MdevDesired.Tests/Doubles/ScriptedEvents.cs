using MdevDesired.Applying;
using MdevDesired.Model;

namespace MdevDesired.Tests.Doubles;

/// <summary>A host on which one thing happens at each wait, after a second; when nothing is left to happen, the time runs out.</summary>
internal sealed class ScriptedEvents(HandClock clock, params Action[] happenings) : IHostEvents
{
    private readonly Queue<Action> _happenings = new(happenings);

    public bool Closed { get; private set; }

    public HostEvent? Next(TimeSpan patience, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (patience == TimeSpan.Zero)
        {
            return null;
        }

        if (!_happenings.TryDequeue(out var happen))
        {
            clock.Advance(patience);
            return null;
        }

        clock.Advance(TimeSpan.FromSeconds(1));
        happen();
        stop.ThrowIfCancellationRequested();
        return new("something");
    }

    public void Dispose() => Closed = true;
}
