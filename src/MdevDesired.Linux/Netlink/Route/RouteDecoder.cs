using System.Net;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Linux.Netlink.Route;

/// <summary>Reads links (IFLA_*, include/uapi/linux/if_link.h) and addresses (IFA_*, include/uapi/linux/if_addr.h).</summary>
internal static class RouteDecoder
{
    /// <summary>IFLA_IFNAME.</summary>
    public const ushort LinkName = 3;

    private const ushort LinkAddress = 1;
    private const ushort LinkMaster = 10;
    private const uint UpFlag = 0x1;
    private const ushort PeerOrOwnAddress = 1;
    private const ushort OwnAddress = 2;
    private const byte LinkScope = 253;

    public static NetworkLink Link(NetlinkMessage message)
    {
        var header = LinkHeader.Of(message);
        var attributes = message.Attributes(LinkHeader.Size);
        return new NetworkLink(
            header.Index,
            attributes.RequiredText(LinkName),
            (header.Flags & UpFlag) != 0,
            attributes.Number<int>(LinkMaster),
            HardwareAddressOf(attributes));
    }

    public static NetworkAddress Address(NetlinkMessage message)
    {
        var header = AddressHeader.Of(message);
        var attributes = message.Attributes(AddressHeader.Size);
        if (!attributes.TryFind(OwnAddress, out var address) && !attributes.TryFind(PeerOrOwnAddress, out address))
        {
            throw new NetlinkProtocolException("a message about an address lacks it");
        }

        return new NetworkAddress(header.Index, IPAddressOf(address), header.PrefixLength, header.Scope == LinkScope);
    }

    private static IPAddress IPAddressOf(NetlinkAttribute attribute) => attribute.Value.Length is 4 or 16
        ? new IPAddress(attribute.Value)
        : throw new NetlinkProtocolException($"{attribute.Value.Length} bytes are no IP address");

    private static HardwareAddress? HardwareAddressOf(NetlinkAttributes attributes) =>
        attributes.TryFind(LinkAddress, out var found) && HardwareAddress.TryCreate(found.Value, out var address)
            ? address
            : null;
}
