using MdevDesired.Model;

namespace MdevDesired.Applying;

/// <summary>The kernel has not answered an operation within its deadline; it may still do so.</summary>
/// <param name="operation">What was attempted.</param>
/// <param name="target">The path or the devlink command.</param>
/// <param name="deadline">How long was waited.</param>
/// <param name="waiter">The process that waits in the kernel.</param>
internal sealed class PendingException(string operation, string target, TimeSpan deadline, ProcessIdentity waiter)
    : Exception($"{operation} to {target} has not returned within {deadline.TotalSeconds:0.###} s; process {waiter.Pid} waits for it in the kernel")
{
    public string Operation { get; } = operation;

    public string Target { get; } = target;

    public ProcessIdentity Waiter { get; } = waiter;
}
