using MdevDesired.Reporting.Watching;

namespace MdevDesired.Rendering.Watching;

/// <summary>The words of the service, which are the same in every output.</summary>
internal static class WatchWords
{
    public static string Of(WatchTrigger trigger) => trigger switch
    {
        WatchTrigger.Start => "start",
        WatchTrigger.Request => "request",
        WatchTrigger.Documents => "documents",
        WatchTrigger.Rest => "rest",
        WatchTrigger.Host => "host",
        WatchTrigger.Retry => "retry",
        WatchTrigger.Timer => "timer",
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "no such trigger"),
    };

    public static string Of(WatchCondition condition) => condition switch
    {
        WatchCondition.Starting => "starting",
        WatchCondition.InSync => "in-sync",
        WatchCondition.NotInSync => "not-in-sync",
        WatchCondition.InvalidInput => "invalid-input",
        WatchCondition.Locked => "locked",
        WatchCondition.Failed => "failed",
        WatchCondition.Stopped => "stopped",
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "no such condition"),
    };
}
