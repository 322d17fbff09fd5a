using MdevDesired.Diagnostics;
using MdevDesired.Loading;
using MdevDesired.Model;

namespace MdevDesired.Simulation.Snapshots;

/// <summary>What can be wrong with a snapshot beyond what can be wrong with any document.</summary>
internal static class SnapshotMistakes
{
    public static Mistake SeveralDocuments() =>
        new(SnapshotCodes.SeveralHosts, "the file has several documents; a snapshot is one host", "keep one of them");

    public static Mistake Twice(string name, SourceSpan first) =>
        new(SnapshotCodes.StatedTwice, $"{UserText.Quote(name)} is stated twice, first at {first}", "remove one of them");

    public static Mistake NoHandle(ParentAddress parent) =>
        new(SnapshotCodes.NoDevlinkHandle, $"the parent {parent} has a subfunction and no bus", "write its address as bus/name, as in pci/0000:05:00.0");
}
