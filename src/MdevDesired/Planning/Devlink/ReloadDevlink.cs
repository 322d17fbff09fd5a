namespace MdevDesired.Planning.Devlink;

/// <summary>
/// Reloads the driver's part of a devlink instance, so that its driverinit params take effect; nothing is asked of the kernel where
/// none was set.
/// </summary>
internal sealed record ReloadDevlink : PlanAction
{
    /// <summary>Whether the instance was made just before, so that nobody can use it yet.</summary>
    public bool IsFresh { get; init; }

    public override string Kind => "reload";

    public override bool Disrupts => !IsFresh;
}
