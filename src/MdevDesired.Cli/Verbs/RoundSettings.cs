using MdevDesired.Applying;

namespace MdevDesired.Cli.Verbs;

/// <summary>What the user asks of an apply beside the plan.</summary>
internal sealed record RoundSettings
{
    public required ApplyOptions Apply { get; init; }

    /// <summary>How long to wait for parents of which no document says how long.</summary>
    public TimeSpan Wait { get; init; }

    public TimeSpan LockTimeout { get; init; }

    /// <summary>The deadline of every operation, or null for that of its kind.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether nobody is asked.</summary>
    public bool IsAgreed { get; init; }
}
