using System.Collections.Immutable;
using MdevDesired.Applying;

namespace MdevDesired.Linux.Netlink.Route;

/// <summary>
/// Network interfaces (man 7 rtnetlink), one request at a time. Each member throws <see cref="KernelException"/> when refused.
/// </summary>
/// <param name="session">Of <see cref="NetlinkProtocol.Route"/>; owned.</param>
internal sealed class Rtnetlink(NetlinkSession session) : IDisposable
{
    private const ushort GetLink = 18;
    private const ushort SetLink = 19;
    private const ushort GetAddress = 22;
    private const ushort LinkExtMask = 29;

    // RTEXT_FILTER_SKIP_STATS (include/uapi/linux/rtnetlink.h): counters are most of a message, and slow on some drivers.
    private const uint SkipStatistics = 1 << 3;

    public static Rtnetlink Open() => new(new NetlinkSession(NetlinkSocket.Open(NetlinkProtocol.Route)));

    /// <summary>Every interface of this network namespace.</summary>
    public ImmutableArray<NetworkLink> Links() => session.Dump(
        new NetlinkAttempt("ip link show", "all interfaces"), LinkRequest(GetLink, NetlinkFlag.Dump, 0), RouteDecoder.Link);

    /// <summary>The interface of that number, or null when it is gone.</summary>
    public NetworkLink? Find(int index) => Find($"index {index}", LinkRequest(GetLink, NetlinkFlag.Ack, index));

    /// <summary>The interface of that name, or null when there is none.</summary>
    public NetworkLink? Find(string name) =>
        Find(name, LinkRequest(GetLink, NetlinkFlag.Ack, 0).PutText(RouteDecoder.LinkName, name));

    /// <summary>The addresses of an interface.</summary>
    public ImmutableArray<NetworkAddress> Addresses(int index) => session.Dump(
        new NetlinkAttempt("ip address show", $"index {index}"),
        new NetlinkWriter(GetAddress, NetlinkFlag.Request | NetlinkFlag.Dump).Header(AddressHeader.ForIndex(index)),
        RouteDecoder.Address);

    /// <summary>Gives an interface another name: EEXIST when that is taken, EBUSY when the link is up (before 6.2).</summary>
    public void Rename(NetworkLink link, string name) => session.Execute(
        new NetlinkAttempt("ip link set", $"{link.Name} name {name}"),
        new NetlinkWriter(SetLink, NetlinkFlag.Request | NetlinkFlag.Ack)
            .Header(LinkHeader.ForIndex(link.Index))
            .PutText(RouteDecoder.LinkName, name));

    public void Dispose() => session.Dispose();

    private static NetlinkWriter LinkRequest(ushort type, ushort flags, int index) =>
        new NetlinkWriter(type, (ushort)(NetlinkFlag.Request | flags))
            .Header(LinkHeader.ForIndex(index))
            .Put(LinkExtMask, SkipStatistics);

    private NetworkLink? Find(string target, NetlinkWriter request)
    {
        try
        {
            return session.ExecuteForOne(new NetlinkAttempt("ip link show", target), request, RouteDecoder.Link);
        }
        catch (KernelException exception) when (exception.Errno == Errno.ENODEV)
        {
            return null;
        }
    }
}
