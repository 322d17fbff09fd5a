using MdevDesired.Model.Devlink;

namespace MdevDesired.Planning.Devlink;

/// <summary>Compares the name of a port's network interface with the listed one.</summary>
internal static class NetdevComparison
{
    /// <summary>What differs, as a clause, when a rename mends it; else null.</summary>
    /// <param name="port">The port.</param>
    /// <param name="what">What it is called in sentences.</param>
    /// <param name="name">The listed name.</param>
    /// <param name="obstacle">Why the name differs and cannot be given now, or null.</param>
    public static string? Compare(DevlinkPort port, string what, string name, out Obstacle? obstacle)
    {
        obstacle = port switch
        {
            { Netdev: null, Type: DevlinkPortType.Eth } => Elsewhere(what),
            { Netdev: null } => new(PlanningCodes.NetdevNotRenamed, $"{what} has no network interface that could be named {name}"),
            { NetdevIsUp: true } when port.Netdev != name => IsUp(port.Netdev, name),
            _ => null,
        };
        return obstacle is not null || port.Netdev == name ? null : $"the network interface of {what} is {port.Netdev}, listed is {name}";
    }

    private static Obstacle Elsewhere(string what) =>
        new(PlanningCodes.NetdevElsewhere, $"the network interface of {what} is in another network namespace, and keeps the name that it has there") { IsNote = true };

    private static Obstacle IsUp(string netdev, string name) => new(
        PlanningCodes.NetdevNotRenamed,
        $"the network interface {netdev} is up and keeps its name, listed is {name}",
        $"\"ip link set {netdev} down\", apply again, and set it up again; or give it the name before it is used (a .link file of systemd)");
}
