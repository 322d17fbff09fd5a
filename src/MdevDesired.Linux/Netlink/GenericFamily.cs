using System.Collections.Immutable;
using MdevDesired.Applying;

namespace MdevDesired.Linux.Netlink;

/// <summary>A generic netlink family as this boot of the kernel numbers it (include/uapi/linux/genetlink.h, CTRL_*).</summary>
/// <param name="Id">The type of its messages.</param>
/// <param name="Groups">Its multicast groups by name.</param>
internal sealed record GenericFamily(ushort Id, ImmutableDictionary<string, uint> Groups)
{
    private const ushort ControlFamily = 0x10;
    private const byte ControlVersion = 2;
    private const byte GetFamily = 3;
    private const ushort FamilyId = 1;
    private const ushort FamilyName = 2;
    private const ushort MulticastGroups = 7;
    private const ushort GroupName = 1;
    private const ushort GroupId = 2;

    /// <summary>Looks a family up, which may load its module; null when the kernel has none of that name.</summary>
    /// <exception cref="KernelException">The kernel refused for another reason.</exception>
    public static GenericFamily? Find(NetlinkSession session, string name)
    {
        var request = new NetlinkWriter(ControlFamily, NetlinkFlag.Request | NetlinkFlag.Ack)
            .Header(new GenericHeader(GetFamily, ControlVersion))
            .PutText(FamilyName, name);
        try
        {
            return session.ExecuteForOne(new NetlinkAttempt("look up", $"generic netlink family {name}"), request, Decode);
        }
        catch (KernelException exception) when (exception.Errno == Errno.ENOENT)
        {
            return null;
        }
    }

    private static GenericFamily Decode(NetlinkMessage message)
    {
        var attributes = message.Attributes(GenericHeader.Size);
        var groups = ImmutableDictionary.CreateBuilder<string, uint>(StringComparer.Ordinal);
        foreach (var group in attributes.Nested(MulticastGroups))
        {
            groups[group.Nested.RequiredText(GroupName)] = group.Nested.Required<uint>(GroupId);
        }

        return new GenericFamily(attributes.Required<ushort>(FamilyId), groups.ToImmutable());
    }
}
