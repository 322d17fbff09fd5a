using MdevDesired.Model.Devlink;

namespace MdevDesired.Rendering.Observations;

/// <summary>A port in a few columns.</summary>
internal static class PortWords
{
    public static IEnumerable<string> Of(DevlinkPort port) => new[]
    {
        port.Flavour is { } flavour ? DevlinkWord.Of(flavour) : null,
        port.Type == DevlinkPortType.NotSet ? "no type" : DevlinkWord.Of(port.Type),
        Netdev(port),
        port.Ibdev is { } ibdev ? $"ibdev {ibdev}" : null,
    }.OfType<string>();

    /// <summary>The network interface, and whether it is up; null where there is none to be expected.</summary>
    public static string? Netdev(DevlinkPort port) => port switch
    {
        { Netdev: { } netdev, NetdevIsUp: { } isUp } => $"netdev {netdev} {(isUp ? "up" : "down")}",
        { Netdev: { } netdev } => $"netdev {netdev}",
        { Type: DevlinkPortType.Eth } => "netdev in another network namespace",
        _ => null,
    };
}
