using MdevDesired.Diagnostics;

namespace MdevDesired.Applying;

/// <summary>What a run reports beside the kernel's refusals: MD0200 to MD0299.</summary>
internal static class ApplyingCodes
{
    public static readonly DiagnosticCode LedgerNotWritten = new(
        250,
        "the ledger could not be written",
        """
        The ledger under /run/mdev-desired remembers which devices this tool created, so that it never removes others. Without
        its entry on disk no device is created.
        """);

    public static IReadOnlyList<DiagnosticCode> All { get; } = [LedgerNotWritten];
}
