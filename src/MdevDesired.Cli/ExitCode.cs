namespace MdevDesired.Cli;

/// <summary>What the process tells its caller, the same for every command.</summary>
internal enum ExitCode
{
    /// <summary>Done, and nothing is wrong.</summary>
    Done = 0,

    Error = 1,

    /// <summary>Changes are pending; only with <c>--exit-code</c>.</summary>
    Pending = 2,

    /// <summary>The input is invalid, unreadable or empty, or the command line is wrong.</summary>
    InvalidInput = 3,

    /// <summary>Something failed, is blocked or is absent; the rest is done.</summary>
    Partial = 4,

    /// <summary>Another run has the lock.</summary>
    Locked = 5,

    /// <summary>128 and the number of SIGINT, as shells have it.</summary>
    Interrupted = 130,
}
