using MdevDesired.Cli.Watching.Scheduling;
using MdevDesired.Planning;

namespace MdevDesired.Cli.Watching;

/// <summary>What the user asks of the service.</summary>
internal sealed record WatchOptions
{
    /// <summary>Where the host's file systems are.</summary>
    public required string Root { get; init; }

    /// <summary>The documents; none means the default folder.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    public PlanOptions Plan { get; init; } = PlanOptions.Default;

    public required WatchTimes Times { get; init; }

    /// <summary>Whether nothing is changed.</summary>
    public bool ObserveOnly { get; init; }

    /// <summary>The deadline of every operation, or null for that of its kind.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How long to wait for another run to end before it is put off.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Where others read how the service stands; null is the usual place.</summary>
    public string? StatusFile { get; init; }

    /// <summary>Where node_exporter reads it, or null.</summary>
    public string? Textfile { get; init; }
}
