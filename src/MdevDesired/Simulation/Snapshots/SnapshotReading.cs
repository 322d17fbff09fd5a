using MdevDesired.Diagnostics;
using MdevDesired.Model;

namespace MdevDesired.Simulation.Snapshots;

/// <summary>A snapshot file as it was read.</summary>
/// <param name="Snapshot">The host, or null when something is wrong.</param>
/// <param name="Diagnostics">What is wrong, in the order of the file.</param>
internal sealed record SnapshotReading(HostSnapshot? Snapshot, EquatableArray<Diagnostic> Diagnostics);
