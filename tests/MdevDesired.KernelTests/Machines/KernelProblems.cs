using System.Text.RegularExpressions;

namespace MdevDesired.KernelTests.Machines;

/// <summary>Finds the lines of a kernel log that no test may cause.</summary>
internal static partial class KernelProblems
{
    /// <summary>The offending lines, in order; segfaults of programs in the machine are among them.</summary>
    public static IReadOnlyList<string> In(string log) =>
        [.. log.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => Problem().IsMatch(line))];

    // Only behind the kernel's time stamp: init and the agent write to the same console. `printk` may add the caller's number,
    // as in `[    1.234567][    T1]`.
    [GeneratedRegex(@"^\[ *\d+\.\d+\](\[ *[TC]\d+\])? .*(\bBUG: |\bWARNING: |\bOops: |\bCall Trace:|\bKernel panic - " +
        @"|\bgeneral protection fault|\bUBSAN: |\bKASAN: |\bINFO: task .* blocked for more than|\[\d+\]: segfault at )")]
    private static partial Regex Problem();
}
