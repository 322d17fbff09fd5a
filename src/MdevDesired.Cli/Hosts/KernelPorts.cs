using MdevDesired.Linux;
using MdevDesired.Linux.Events;
using MdevDesired.Linux.State;
using MdevDesired.Linux.Workers;

namespace MdevDesired.Cli.Hosts;

/// <summary>A host with a kernel as the host of a command.</summary>
internal static class KernelPorts
{
    /// <param name="root">Where its file systems are: <c>/</c> for the running host.</param>
    public static HostPorts Of(string root)
    {
        var place = new HostRoot(root);
        var kernel = new KernelHost(place);
        var ledger = new LedgerFile(place);
        return new()
        {
            Name = HostName.Of(place),
            Observe = kernel,
            Operate = timeout => place.IsRunningHost ? new WorkerOperations(place, Environment.ProcessPath!, timeout) : new LentOperations(kernel),
            Store = ledger,
            Lock = (wait, interrupted) =>
            {
                var held = HostLock.Acquire(place, wait, interrupted);
                LeftWorker.WaitFor(place, ledger.Load().Ledger.Pending);
                return held;
            },
            Events = () => place.IsRunningHost ? HostEvents.Open() : new SilentEvents(),
        };
    }
}
