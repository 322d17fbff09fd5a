namespace MdevDesired.Linux.State;

/// <summary>Somebody else has a lock of the host.</summary>
internal sealed class HostLockedException : Exception
{
    /// <summary>Another run had the host's lock all the time that was waited for it.</summary>
    /// <param name="holder">Who has it, or null when that is not known for sure.</param>
    /// <param name="waited">How long was waited.</param>
    public HostLockedException(LockHolder? holder, TimeSpan waited)
        : this(holder, FormattableString.Invariant($"has the lock of this host, and did not give it back within {waited.TotalSeconds:0.###} s"), "wait for it, or give more time with --lock-timeout")
    {
    }

    private HostLockedException(LockHolder? holder, string deed, string hint)
        : base($"{(holder is null ? "another process" : $"process {holder.Pid} ({holder.Command})")} {deed}") => (Holder, Hint) = (holder, hint);

    public LockHolder? Holder { get; }

    /// <summary>What to do about it.</summary>
    public string Hint { get; }

    /// <summary>Another service keeps the host.</summary>
    /// <param name="holder">Which one, or null when that is not known for sure.</param>
    public static HostLockedException ByService(LockHolder? holder) =>
        new(holder, "watches this host already", "one at a time; \"mdev-desired status\" shows how the host stands");
}
