namespace MdevDesired.Planning;

/// <summary>The kernel's refusal that a fallback answers.</summary>
internal enum FallbackTrigger
{
    /// <summary>A write-attribute answered EBUSY: the driver refuses it while bound.</summary>
    AttributeBusy,

    /// <summary>A bind answered ENODEV: the mdev bus binds nothing after creation, from about Linux 5.14.</summary>
    BindRefused,
}
