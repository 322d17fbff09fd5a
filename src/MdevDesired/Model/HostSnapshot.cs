using MdevDesired.Model.Simulated;

namespace MdevDesired.Model;

/// <summary>A host in a file: what was observed, what this tool created there, and how a simulation of it behaves.</summary>
internal sealed record HostSnapshot(ObservedState Observed, Ledger Ledger, SimulationRules Rules);
