using MdevDesired.Planning;

namespace MdevDesired.Applying;

/// <summary>What the user may ask of an apply.</summary>
internal sealed record ApplyOptions
{
    /// <summary>How many devices are worked on at once. 1 makes the order of a run that of its plan.</summary>
    public int Parallelism { get; init; } = 8;

    /// <summary>Leaves a device that could not be finished instead of removing it again.</summary>
    public bool KeepFailed { get; init; }

    /// <summary>Undoes the whole run when a device of it fails, is not answered for, or is not begun because of an interrupt.</summary>
    public bool Rollback { get; init; }

    /// <summary>The options of the plan, with which the run is verified.</summary>
    public PlanOptions Plan { get; init; } = PlanOptions.Default;
}
