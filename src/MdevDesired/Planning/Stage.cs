namespace MdevDesired.Planning;

/// <summary>The order inside a parent: every action of a stage ends before the parent's next stage begins.</summary>
internal enum Stage
{
    /// <summary>
    /// Removals go first: they free instances, a parent with subfunctions is not reloaded, and one in legacy mode deletes them.
    /// </summary>
    Removal,

    /// <summary>The parent's own settings, on which its new sub devices stand.</summary>
    Settings,

    Creation,

    Change,
}
