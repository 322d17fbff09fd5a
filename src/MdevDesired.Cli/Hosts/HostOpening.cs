using MdevDesired.Cli.Input;
using MdevDesired.Cli.Terminals;
using MdevDesired.Simulation;
using MdevDesired.Simulation.Snapshots;

namespace MdevDesired.Cli.Hosts;

/// <summary>Opens the host that the options name.</summary>
internal static class HostOpening
{
    /// <summary>The host; null when the snapshot is invalid, which the user is told.</summary>
    /// <param name="surroundings">Where to read and tell.</param>
    /// <param name="root">Where the host's file systems are.</param>
    /// <param name="observed">A snapshot in place of the host, or null.</param>
    public static HostPorts? Open(Surroundings surroundings, string root, string? observed) =>
        observed is null ? KernelPorts.Of(root)
        : Read(surroundings, observed) is { } simulated ? SimulatedPorts.Of(simulated)
        : null;

    private static SimulatedHost? Read(Surroundings surroundings, string path)
    {
        var reader = new InputReader(surroundings.OpenInput);
        reader.ReadFile(path);
        var reading = reader.Files.Sources is [var source] ? SnapshotReader.Read(source) : new(null, []);
        surroundings.Announce([.. reader.Files.Diagnostics, .. reading.Diagnostics], reader.Files);
        return reading.Snapshot is { } snapshot ? new(snapshot) : null;
    }
}
