namespace MdevDesired.Applying;

/// <summary>What became of one sub device.</summary>
internal enum DeviceStatus
{
    Applied,
    Failed,

    /// <summary>The kernel has not answered within the deadline; it may still do so.</summary>
    Pending,

    /// <summary>The run was interrupted before its turn or in its midst.</summary>
    Interrupted,

    /// <summary>It was done and then undone, or not begun, because the run was rolled back.</summary>
    RolledBack,
}
