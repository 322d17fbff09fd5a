using MdevDesired.Linux.Events;

namespace MdevDesired.Tests.Linux.Events;

/// <summary>Lets something happen at each wait, in order; when nothing is left, time runs out.</summary>
internal sealed class ScriptedReadiness(params Action[] happenings) : IReadiness
{
    private readonly Queue<Action> _happenings = new(happenings);

    public List<TimeSpan> Waits { get; } = [];

    public bool Closed { get; private set; }

    public bool Wait(TimeSpan patience, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        Waits.Add(patience);
        if (!_happenings.TryDequeue(out var happen))
        {
            return false;
        }

        happen();
        return true;
    }

    public void Dispose() => Closed = true;
}
