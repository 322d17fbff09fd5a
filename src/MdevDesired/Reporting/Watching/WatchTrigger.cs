namespace MdevDesired.Reporting.Watching;

/// <summary>What makes the service look at its host; the gravest first.</summary>
internal enum WatchTrigger
{
    /// <summary>The service has started.</summary>
    Start,

    /// <summary>Somebody asked for it, with SIGHUP.</summary>
    Request,

    /// <summary>The documents have changed.</summary>
    Documents,

    /// <summary>The documents have rested long enough for something to be removed.</summary>
    Rest,

    /// <summary>The host has told of a change.</summary>
    Host,

    /// <summary>What failed is tried again.</summary>
    Retry,

    /// <summary>Nothing has happened for long.</summary>
    Timer,
}
