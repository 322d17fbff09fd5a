namespace MdevDesired.Reporting;

/// <summary>How a sub device, or a parent's own settings, stand against what is desired.</summary>
internal enum Standing
{
    /// <summary>As listed.</summary>
    InSync,

    /// <summary>Listed and absent; apply makes it.</summary>
    Missing,

    /// <summary>It differs from what is listed; apply mends it.</summary>
    Drifted,

    /// <summary>What was asked of the kernel has not come to its end, or was set and not taken up yet by a reload.</summary>
    Pending,

    /// <summary>It is not as listed, and apply cannot bring that about now.</summary>
    Blocked,

    /// <summary>Listed on a parent that the host does not have now.</summary>
    ParentAbsent,

    /// <summary>Listed no longer; apply removes it.</summary>
    Leftover,

    /// <summary>No document of the input lists it, and apply leaves it as it is.</summary>
    Unmanaged,
}
