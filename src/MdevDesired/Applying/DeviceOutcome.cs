using MdevDesired.Model;
using MdevDesired.Planning;

namespace MdevDesired.Applying;

/// <summary>What became of one change of the plan.</summary>
internal sealed record DeviceOutcome
{
    public required DeviceChange Change { get; init; }

    public required DeviceStatus Status { get; init; }

    /// <summary>Whether the device is as it was before the run.</summary>
    public bool IsUndone { get; init; }

    /// <summary>In the order in which they ran, fallback and clean-up included.</summary>
    public required EquatableArray<ActionOutcome> Actions { get; init; }

    /// <summary>Why it failed, as a sentence without a full stop.</summary>
    public string? Failure { get; init; }

    /// <summary>What to do next, when that is known.</summary>
    public string? Hint { get; init; }

    /// <summary>What was done about a half-made device, when there was one.</summary>
    public string? CleanUp { get; init; }
}
