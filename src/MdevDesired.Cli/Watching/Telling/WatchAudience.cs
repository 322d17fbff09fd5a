using MdevDesired.Applying;
using MdevDesired.Reporting.Watching;

namespace MdevDesired.Cli.Watching.Telling;

/// <summary>Tells everyone: the log, the files, systemd.</summary>
internal sealed class WatchAudience(WatchLog log, StatusFiles files, StatusLine line) : IWatchAudience
{
    public IApplyProgress Progress => log.Progress;

    public void Hear(WatchStatus status)
    {
        log.Hear(status);
        files.Hear(status);
        line.Hear(status);
    }
}
