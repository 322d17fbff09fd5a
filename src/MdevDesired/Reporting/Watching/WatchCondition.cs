namespace MdevDesired.Reporting.Watching;

/// <summary>How the service stands.</summary>
internal enum WatchCondition
{
    /// <summary>It has not looked at the host yet.</summary>
    Starting,

    /// <summary>The host is as its documents say.</summary>
    InSync,

    /// <summary>The host differs; the service mends what it can.</summary>
    NotInSync,

    /// <summary>The documents have mistakes: nothing is changed until they are mended.</summary>
    InvalidInput,

    /// <summary>Another run has the lock of the host.</summary>
    Locked,

    /// <summary>The host could not be looked at, or the ledger not be written.</summary>
    Failed,

    /// <summary>It was told to stop; nobody keeps the host.</summary>
    Stopped,
}
