namespace MdevDesired.Applying;

/// <summary>What became of one sub device.</summary>
internal enum DeviceStatus
{
    Applied,
    Failed,

    /// <summary>The run was interrupted before its turn or in its midst.</summary>
    Interrupted,
}
