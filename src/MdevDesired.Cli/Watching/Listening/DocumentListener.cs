using MdevDesired.Cli.Watching.Scheduling;
using MdevDesired.Linux.FileChanges;
using MdevDesired.Reporting.Watching;

namespace MdevDesired.Cli.Watching.Listening;

/// <summary>Passes on that the documents may have changed.</summary>
internal sealed class DocumentListener(Func<FileChangeMonitor> open, Signals signals, Action<string> trouble) : Listener<FileChangeMonitor>(open, trouble)
{
    protected override string What => "changes of the documents";

    protected override void Listen(FileChangeMonitor source, CancellationToken stop)
    {
        if (source.Next(LongestWait, stop))
        {
            signals.Hear(WatchTrigger.Documents);
        }
    }

    protected override void CatchUp() => signals.Hear(WatchTrigger.Documents);
}
