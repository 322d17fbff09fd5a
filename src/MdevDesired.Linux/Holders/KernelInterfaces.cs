using MdevDesired.Linux.Netlink.Route;

namespace MdevDesired.Linux.Holders;

/// <summary>The network interfaces as rtnetlink has them: one dump of them all.</summary>
internal sealed class KernelInterfaces : INetworkInterfaces
{
    /// <inheritdoc/>
    public IReadOnlyList<NetworkLink> Links()
    {
        using var rtnetlink = Rtnetlink.Open();
        return rtnetlink.Links();
    }

    // The kernel tells those of every interface where the request is not a strict one.
    /// <inheritdoc/>
    public IReadOnlyList<NetworkAddress> Addresses(int index)
    {
        using var rtnetlink = Rtnetlink.Open();
        return [.. rtnetlink.Addresses(index).Where(address => address.Link == index)];
    }
}
