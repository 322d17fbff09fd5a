namespace MdevDesired.KernelTests.Machines;

/// <summary>The kernel complained: the message has the offending lines and the log around them.</summary>
public sealed class KernelProblemException(IReadOnlyList<string> problems, string log)
    : Exception($"The kernel complains:\n{string.Join('\n', problems)}\n\nKernel log:\n{log}");
