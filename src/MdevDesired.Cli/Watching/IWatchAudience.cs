using MdevDesired.Applying;
using MdevDesired.Reporting.Watching;

namespace MdevDesired.Cli.Watching;

/// <summary>Hears how the service stands, and what it does.</summary>
internal interface IWatchAudience
{
    /// <summary>Hears what a run does while it does it.</summary>
    IApplyProgress Progress { get; }

    /// <summary>Hears how the service stands after each of its turns.</summary>
    void Hear(WatchStatus status);
}
