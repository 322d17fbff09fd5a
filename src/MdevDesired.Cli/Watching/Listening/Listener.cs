using MdevDesired.Applying;

namespace MdevDesired.Cli.Watching.Listening;

/// <summary>Listens to one source on a thread of its own; one that fails is opened again after a while.</summary>
internal abstract class Listener<TSource>(Func<TSource> open, Action<string> trouble)
    where TSource : class, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected static TimeSpan LongestWait { get; } = TimeSpan.FromHours(1);

    protected abstract string What { get; }

    /// <summary>Begins before it returns: what happens from then on is heard.</summary>
    public void Start(CancellationToken stop)
    {
        var source = Open();
        new Thread(() => Run(source, stop)) { IsBackground = true, Name = What }.Start();
    }

    /// <summary>Waits for the next of what the source tells, and passes it on.</summary>
    protected abstract void Listen(TSource source, CancellationToken stop);

    /// <summary>Something may have been missed.</summary>
    protected abstract void CatchUp();

    private void Run(TSource? source, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (source is null)
            {
                stop.WaitHandle.WaitOne(Pause);
                source = stop.IsCancellationRequested ? null : Open();
                CatchUp();
            }
            else if (!Hears(source, stop))
            {
                source.Dispose();
                source = null;
            }
        }

        source?.Dispose();
    }

    private bool Hears(TSource source, CancellationToken stop)
    {
        try
        {
            Listen(source, stop);
            return true;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
        catch (KernelException refusal)
        {
            Tell(refusal);
            return false;
        }
    }

    private TSource? Open()
    {
        try
        {
            return open();
        }
        catch (KernelException refusal)
        {
            Tell(refusal);
            return null;
        }
    }

    private void Tell(KernelException refusal) => trouble($"{WatchCodes.EventsLost}: {What} are not heard of: {refusal.Message}");
}
