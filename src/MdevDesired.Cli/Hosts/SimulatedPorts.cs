using MdevDesired.Simulation;

namespace MdevDesired.Cli.Hosts;

/// <summary>A simulated host as the host of a command.</summary>
internal static class SimulatedPorts
{
    public static HostPorts Of(SimulatedHost host) => new()
    {
        Name = host.Snapshot.Observed.Host,
        Observe = host,
        Operate = _ => host,
        Store = host,
        Lock = (_, _) => new NoLock(),
        Events = () => new NoEvents(),
        Simulation = host,
    };
}
