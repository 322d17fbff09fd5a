using System.Net.Sockets;
using MdevDesired.Linux.Netlink.Route;
using MdevDesired.Model;

namespace MdevDesired.Linux.Holders;

/// <summary>Says as what network interfaces are used.</summary>
/// <param name="interfaces">Whom to ask.</param>
internal sealed class NetdevUse(INetworkInterfaces interfaces)
{
    private readonly Lazy<Dictionary<int, NetworkLink>> _links = new(() => interfaces.Links().DistinctBy(link => link.Index).ToDictionary(link => link.Index));
    private Dictionary<string, NetworkLink>? _byName;

    public NetworkLink? Find(string name) =>
        (_byName ??= _links.Value.Values.DistinctBy(link => link.Name).ToDictionary(link => link.Name)).GetValueOrDefault(name);

    public NetworkLink? Find(uint? index) => index is null ? null : _links.Value.GetValueOrDefault((int)index.Value);

    /// <summary>The interface of a sub device or a virtual function: it is in use when it is up or part of another.</summary>
    public NetdevHolder? Of(DeviceId id, NetworkLink? link) => link switch
    {
        { Master: { } master } => PartOf(id, link, master),
        { IsUp: true } => NetdevHolder.Up(id, link.Name),
        _ => null,
    };

    /// <summary>The uplink of a parent: it is in use when it is part of another, or has an address that somebody gave it.</summary>
    public NetdevHolder? OfUplink(ParentId id, NetworkLink? link) => link switch
    {
        null => null,
        { Master: { } master } => PartOf(id, link, master),
        _ => Addresses(link.Index).FirstOrDefault() is { } address ? NetdevHolder.Addressed(id, link.Name, address.Address.ToString()) : null,
    };

    private NetdevHolder PartOf(DeviceId id, NetworkLink link, int master) =>
        NetdevHolder.PartOf(id, link.Name, Find((uint)master)?.Name ?? $"the interface of number {master}");

    private IEnumerable<NetworkAddress> Addresses(int index) => interfaces.Addresses(index)
        .Where(address => !(address.IsLinkLocal && address.Address.AddressFamily == AddressFamily.InterNetworkV6))
        .OrderBy(address => address.Address.ToString(), StringComparer.Ordinal);
}
