namespace MdevDesired.Model;

/// <summary>Whether an attribute of a device could be read.</summary>
internal enum AttributeState
{
    Readable,

    /// <summary>It exists and cannot be read by anyone, as vfio_ap's <c>assign_adapter</c>.</summary>
    WriteOnly,

    /// <summary>The device has no such attribute.</summary>
    Absent,

    /// <summary>It exists and this read failed, as for want of permission.</summary>
    Unreadable,
}
