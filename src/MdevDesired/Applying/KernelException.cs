namespace MdevDesired.Applying;

/// <summary>The kernel refused an operation.</summary>
/// <param name="operation">What was attempted, as <c>write "1"</c>.</param>
/// <param name="target">The path or the devlink command.</param>
/// <param name="errno">The kernel's answer.</param>
/// <param name="extendedAck">The kernel's own words, where it gave some.</param>
internal sealed class KernelException(string operation, string target, Errno errno, string? extendedAck = null)
    : Exception($"{operation}{(operation.StartsWith("write", StringComparison.Ordinal) ? " to " : " ")}{target}: {errno}{(extendedAck is null ? "" : $" ({extendedAck})")}")
{
    public string Operation { get; } = operation;

    public string Target { get; } = target;

    public Errno Errno { get; } = errno;

    public string? ExtendedAck { get; } = extendedAck;
}
