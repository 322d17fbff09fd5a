using MdevDesired.Diagnostics;

namespace MdevDesired.Simulation.Snapshots;

/// <summary>What is reported of snapshot files alone: MD0300 to MD0399.</summary>
internal static class SnapshotCodes
{
    public static readonly DiagnosticCode SeveralHosts = new(
        300,
        "several hosts in one snapshot",
        "A snapshot file is what one host has: one document, as \"mdev-desired show -o yaml\" writes it.");

    public static readonly DiagnosticCode StatedTwice = new(
        301,
        "stated twice in a snapshot",
        "A host has each parent once, and each UUID once on all its parents together. Remove one of the two.");

    public static readonly DiagnosticCode NoDevlinkHandle = new(
        302,
        "a parent with subfunctions has no bus",
        "Subfunctions belong to a devlink instance, and devlink calls every device bus/name: the parent's address needs both.");

    public static IReadOnlyList<DiagnosticCode> All { get; } = [SeveralHosts, StatedTwice, NoDevlinkHandle];
}
