using MdevDesired.Diagnostics;

namespace MdevDesired.Applying;

/// <summary>What a run reports beside the kernel's refusals: MD0200 to MD0299.</summary>
internal static class ApplyingCodes
{
    public static readonly DiagnosticCode LedgerUnreadable = new(
        200,
        "the ledger cannot be read",
        """
        The ledger in /run/mdev-desired/ledger.json says which devices this tool created, and for which document. It is there and
        the kernel does not let it be read; most often because only root may. Without it nobody knows who made a device:
        "show", "status" and "plan" say so, and none is removed, replaced or unbound.
        Run as root. If a symbolic link stands in place of the file or its folder, find out who put it there and remove it.
        """);

    public static readonly DiagnosticCode LedgerNotUnderstood = new(
        201,
        "the ledger is damaged",
        """
        The file /run/mdev-desired/ledger.json is no ledger: it was edited, or written by something else. Until it is one again
        nobody knows who made a device: none is removed, replaced or unbound.
        Repair the file, or delete it and run apply with --adopt, which takes the listed devices in again.
        """);

    public static readonly DiagnosticCode LedgerOfAnotherVersion = new(
        202,
        "the ledger has another version",
        """
        Another version of this tool wrote /run/mdev-desired/ledger.json, in a form that this one does not know. Nobody knows
        who made a device: none is removed, replaced or unbound.
        Use the version that wrote it, or delete the file and run apply with --adopt, which takes the listed devices in again.
        """);

    public static readonly DiagnosticCode LedgerNotWritten = new(
        250,
        "the ledger could not be written",
        """
        The ledger under /run/mdev-desired remembers which devices this tool created, so that it never removes others. Without
        its entry on disk no device is created.
        """);

    public static readonly DiagnosticCode NotVerified = new(
        251,
        "the host could not be looked at again",
        """
        After a run the host is looked at again, because the kernel's answers to single writes do not show that everything is as
        desired. The report says what was done; run "mdev-desired plan" when the cause is gone.
        """);

    public static readonly DiagnosticCode NotAsBefore = new(
        252,
        "the host is not as it was before the run",
        """
        The run was rolled back, and what the kernel shows of a device differs from what it showed before. A device that had to be made
        again may have got what the kernel chooses anew, and attributes that nobody listed are not known. Look with "mdev-desired show".
        """);

    public static readonly DiagnosticCode NotRolledBack = new(
        253,
        "the run could not be rolled back",
        """
        What a run did is undone by what the kernel shows, and it could not be looked at. What is done is in the ledger and in the
        report: run "mdev-desired plan" when the cause is gone.
        """);

    public static IReadOnlyList<DiagnosticCode> All { get; } =
        [LedgerUnreadable, LedgerNotUnderstood, LedgerOfAnotherVersion, LedgerNotWritten, NotVerified, NotAsBefore, NotRolledBack];
}
