using MdevDesired.Cli.Watching.Scheduling;

namespace MdevDesired.Cli.Watching;

/// <summary>Something failed on a parent.</summary>
/// <param name="Failures">How many runs in a row.</param>
/// <param name="Since">When the last of them ended.</param>
/// <param name="Picture">The parent as it was then.</param>
internal sealed record Setback(int Failures, TimeSpan Since, ParentPicture Picture)
{
    // What the run itself brought about late must not make it run on and on.
    private static readonly TimeSpan SoonestAfterChange = TimeSpan.FromSeconds(10);

    /// <summary>When the parent is tried again.</summary>
    public TimeSpan Until => Since + RetryDelay.After(Failures);

    /// <summary>When it is, as the parent is now: at once when other things are listed, sooner when the kernel shows a change.</summary>
    public TimeSpan UntilWith(ParentPicture now)
    {
        var soon = Since + SoonestAfterChange;
        return now.Desired != Picture.Desired ? Since : now != Picture && soon < Until ? soon : Until;
    }
}
