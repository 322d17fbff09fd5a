using MdevDesired.Linux.Processes;
using MdevDesired.Linux.State;
using MdevDesired.Model;

namespace MdevDesired.Linux.Workers;

/// <summary>Waits for the process of a run that was killed: what it had begun in the kernel goes on until it is done.</summary>
internal static class LeftWorker
{
    // Creations and removals take milliseconds, a function that is activated a second or two.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Returns when it has ended; at once when its operations are known to be pending, and after ten seconds in any case.</summary>
    /// <param name="root">Where the state is.</param>
    /// <param name="pending">What the ledger has as not answered.</param>
    public static void WaitFor(HostRoot root, EquatableArray<LedgerPending> pending)
    {
        var backoff = new Backoff(Patience);
        while (WorkerRecord.Read(root) is { } worker
            && !pending.Any(operation => operation.Waiter == worker)
            && ProcessTimes.Runs(worker)
            && backoff.Wait())
        {
        }
    }
}
