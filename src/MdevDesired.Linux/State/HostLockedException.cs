namespace MdevDesired.Linux.State;

/// <summary>Another run had the host's lock all the time that was waited for it.</summary>
/// <param name="holder">Who has it, or null when that is not known for sure.</param>
/// <param name="waited">How long was waited.</param>
internal sealed class HostLockedException(LockHolder? holder, TimeSpan waited) : Exception(Sentence(holder, waited))
{
    public LockHolder? Holder { get; } = holder;

    private static string Sentence(LockHolder? holder, TimeSpan waited)
    {
        var who = holder is null ? "another process" : $"process {holder.Pid} ({holder.Command})";
        return FormattableString.Invariant($"{who} has the lock of this host, and did not give it back within {waited.TotalSeconds:0.###} s");
    }
}
