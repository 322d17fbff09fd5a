using MdevDesired.Applying;
using MdevDesired.Simulation;

namespace MdevDesired.Cli.Hosts;

/// <summary>The host that a command works on: the running one, one under a folder, or a simulated one.</summary>
internal sealed record HostPorts
{
    public required string Name { get; init; }

    public required IObserveHost Observe { get; init; }

    /// <summary>Opens the host for a run; each operation has the deadline of its kind, or the given one.</summary>
    public required Func<TimeSpan?, IOperateHost> Operate { get; init; }

    public required ILedgerStore Store { get; init; }

    /// <summary>Waits at most that long until no other run works on the host; the lock lasts until it is disposed.</summary>
    public required Func<TimeSpan, CancellationToken, IDisposable> Lock { get; init; }

    /// <summary>Begins to listen to what changes on the host.</summary>
    public required Func<IHostEvents> Events { get; init; }

    /// <summary>The simulation that this is, or null for a host with a kernel.</summary>
    public SimulatedHost? Simulation { get; init; }
}
