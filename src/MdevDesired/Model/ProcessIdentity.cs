namespace MdevDesired.Model;

/// <summary>A process, told apart from a later one of the same number.</summary>
/// <param name="Pid">Its number.</param>
/// <param name="Started">When it started, in clock ticks after boot (man 5 proc, <c>/proc/PID/stat</c>, field 22).</param>
internal readonly record struct ProcessIdentity(int Pid, ulong Started);
