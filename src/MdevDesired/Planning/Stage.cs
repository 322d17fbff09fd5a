namespace MdevDesired.Planning;

/// <summary>The order inside a parent: every action of a stage ends before the parent's next stage begins.</summary>
internal enum Stage
{
    /// <summary>Removals go first because they free instances.</summary>
    Removal,
    Creation,
    Change,
}
