using System.Net;

namespace MdevDesired.Linux.Netlink.Route;

/// <summary>An address of a network interface.</summary>
/// <param name="Link">The number of the interface.</param>
/// <param name="Address">IPv4 or IPv6.</param>
/// <param name="PrefixLength">In bits.</param>
/// <param name="IsLinkLocal">Whether it is good for this link only: IPv6 gives every link that is up one by itself.</param>
internal sealed record NetworkAddress(int Link, IPAddress Address, int PrefixLength, bool IsLinkLocal);
