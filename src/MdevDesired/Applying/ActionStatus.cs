namespace MdevDesired.Applying;

/// <summary>What became of one action.</summary>
internal enum ActionStatus
{
    /// <summary>The kernel did it.</summary>
    Done,

    /// <summary>Nothing was asked of the kernel: it was so already.</summary>
    AlreadyDone,

    /// <summary>The kernel refused it.</summary>
    Refused,

    /// <summary>The kernel refused it, and a fallback took its place.</summary>
    FellBack,

    /// <summary>The kernel has not answered within the deadline.</summary>
    Pending,

    /// <summary>An earlier action of its device failed, or the run was interrupted.</summary>
    Skipped,
}
