using MdevDesired.Applying;
using MdevDesired.Cli.Watching.Scheduling;
using MdevDesired.Reporting.Watching;

namespace MdevDesired.Cli.Watching.Listening;

/// <summary>Passes on that the host has changed.</summary>
internal sealed class HostListener(Func<IHostEvents> open, Signals signals, Action<string> trouble) : Listener<IHostEvents>(open, trouble)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override string What => "changes of the host";

    protected override void Listen(IHostEvents source, CancellationToken stop)
    {
        if (source.Next(LongestWait, stop) is not null)
        {
            signals.Hear(WatchTrigger.Host);
        }
        else
        {
            // One that tells of nothing may say so at once.
            stop.WaitHandle.WaitOne(Pause);
        }
    }

    protected override void CatchUp() => signals.Hear(WatchTrigger.Host);
}
