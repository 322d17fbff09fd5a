namespace MdevDesired.Planning;

/// <summary>Makes a sub device; each kind derives its own.</summary>
internal abstract record CreateSubDevice : PlanAction
{
    /// <summary>What removes a device that could not be finished.</summary>
    public abstract RemoveSubDevice Undo { get; }
}
