namespace MdevDesired.Cli.Watching.Scheduling;

/// <summary>How long the service waits for what.</summary>
internal sealed record WatchTimes
{
    /// <summary>The longest time without a look at the host.</summary>
    public required TimeSpan Interval { get; init; }

    /// <summary>Which part of the interval may be added or taken off, so that many hosts do not wake at once.</summary>
    public double Jitter { get; init; } = 0.1;

    /// <summary>The host must be quiet for so long.</summary>
    public TimeSpan HostQuiet { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>A host that is never quiet is looked at all the same.</summary>
    public TimeSpan HostLongest { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The documents must be quiet for so long: an editor or git replaces several.</summary>
    public TimeSpan DocumentsQuiet { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>Documents that are never quiet are read all the same.</summary>
    public TimeSpan DocumentsLongest { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the documents must be as they are before something is removed.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>When to look again whether a device that is in use, or pending, has become free: of that the kernel tells nothing.</summary>
    public TimeSpan Held { get; init; } = TimeSpan.FromSeconds(30);
}
