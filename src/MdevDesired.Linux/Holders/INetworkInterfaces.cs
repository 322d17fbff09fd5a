using MdevDesired.Linux.Netlink.Route;

namespace MdevDesired.Linux.Holders;

/// <summary>What is asked of the network interfaces of this network namespace.</summary>
internal interface INetworkInterfaces
{
    /// <summary>All of them.</summary>
    /// <exception cref="Applying.KernelException">The kernel refused.</exception>
    IReadOnlyList<NetworkLink> Links();

    /// <summary>The addresses of one.</summary>
    /// <exception cref="Applying.KernelException">The kernel refused.</exception>
    IReadOnlyList<NetworkAddress> Addresses(int index);
}
