namespace MdevDesired.Applying;

/// <summary>Runs the items of a work graph on several threads, each as soon as its predecessors have ended, lowest number first.</summary>
/// <remarks>Threads and not tasks: each item blocks in kernel writes.</remarks>
internal sealed class WorkQueue(IReadOnlyList<WorkItem> items, Action<WorkItem> run)
{
    private readonly object _gate = new();
    private readonly PriorityQueue<WorkItem, int> _ready = new();
    private int _unfinished = items.Count;
    private Exception? _bug;

    /// <summary>Returns when every item has run.</summary>
    /// <param name="parallelism">How many items may run at once; with 1 the order is always the same.</param>
    public void Run(int parallelism)
    {
        foreach (var item in items.Where(item => item.Predecessors == 0))
        {
            _ready.Enqueue(item, item.Number);
        }

        var threads = Enumerable.Range(1, Math.Min(parallelism, items.Count) - 1).Select(_ => new Thread(Work)).ToList();
        threads.ForEach(thread => thread.Start());
        Work();
        threads.ForEach(thread => thread.Join());
        if (_bug is not null)
        {
            throw new InvalidOperationException("an item of the work graph failed unexpectedly", _bug);
        }
    }

    private void Work()
    {
        while (Take() is { } item)
        {
            try
            {
                run(item);
            }
#pragma warning disable CA1031 // A bug in one thread must end the run in an orderly way, not the process.
            catch (Exception bug)
#pragma warning restore CA1031
            {
                Stop(bug);
            }

            Finish(item);
        }
    }

    private WorkItem? Take()
    {
        lock (_gate)
        {
            while (_ready.Count == 0 && _unfinished > 0)
            {
                Monitor.Wait(_gate);
            }

            return _unfinished > 0 ? _ready.Dequeue() : null;
        }
    }

    private void Finish(WorkItem finished)
    {
        lock (_gate)
        {
            _unfinished--;
            foreach (var successor in finished.Successors.Where(successor => --successor.Predecessors == 0))
            {
                _ready.Enqueue(successor, successor.Number);
            }

            Monitor.PulseAll(_gate);
        }
    }

    private void Stop(Exception bug)
    {
        lock (_gate)
        {
            _bug ??= bug;
            _unfinished = 0;
        }
    }
}
