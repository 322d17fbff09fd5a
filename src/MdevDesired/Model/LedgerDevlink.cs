namespace MdevDesired.Model;

/// <summary>What this tool remembers of a devlink instance, because the kernel does not show it.</summary>
internal sealed record LedgerDevlink(DeviceId Id)
{
    /// <summary>
    /// Whether a driverinit param was, or was about to be, set without the reload that makes it take effect: read back it is what was
    /// asked for (Documentation/networking/devlink/devlink-params.rst).
    /// </summary>
    public bool ReloadPending { get; init; }

    /// <summary>The permanent params that were set and may still read back as they were before.</summary>
    public EquatableArray<PermanentParam> Permanent { get; init; }

    public bool IsEmpty => !ReloadPending && Permanent.Count == 0;
}

/// <summary>A value that takes effect after the next boot.</summary>
internal sealed record PermanentParam(string Name, string Value);
