using MdevDesired.Applying;
using MdevDesired.Cli.Watching;
using MdevDesired.Reporting.Watching;
using MdevDesired.Tests.Doubles;

namespace MdevDesired.Tests.Cli.Watching;

/// <summary>Remembers the last thing that it heard, and how often it heard something.</summary>
internal sealed class CollectingAudience : IWatchAudience
{
    public WatchStatus? Last { get; private set; }

    public int Times { get; private set; }

    public IApplyProgress Progress { get; } = new SilentProgress();

    public void Hear(WatchStatus status) => (Last, Times) = (status, Times + 1);
}
