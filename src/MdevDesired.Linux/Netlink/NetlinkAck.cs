using System.Runtime.InteropServices;
using MdevDesired.Applying;

namespace MdevDesired.Linux.Netlink;

/// <summary>How a request ended: NLMSG_ERROR (<c>struct nlmsgerr</c>) or NLMSG_DONE (include/uapi/linux/netlink.h).</summary>
/// <param name="Errno">Why it was refused; null when it was done.</param>
/// <param name="Message">The kernel's own words (NLMSGERR_ATTR_MSG), which may come with success too, as a warning.</param>
/// <param name="Offset">Where in the request the refused attribute starts (NLMSGERR_ATTR_OFFS), in bytes.</param>
/// <param name="MissingAttribute">The attribute that the request lacks (NLMSGERR_ATTR_MISS_TYPE, from 6.1).</param>
internal readonly record struct NetlinkAck(Errno? Errno, string? Message, uint? Offset, uint? MissingAttribute)
{
    private const int NumberSize = 4;
    private const int MaximumErrno = 4095;
    private const ushort MessageAttribute = 1;
    private const ushort OffsetAttribute = 2;
    private const ushort MissingTypeAttribute = 5;

    /// <summary>The kernel's words, or what it says in numbers instead of words.</summary>
    public string? Explanation =>
        Message ?? (MissingAttribute is { } missing ? $"the request lacks attribute {missing}" : null);

    /// <exception cref="NetlinkProtocolException">The message is no ack.</exception>
    public static NetlinkAck Read(NetlinkMessage message)
    {
        if (!MemoryMarshal.TryRead<int>(message.Payload, out var number) || number is > 0 or < -MaximumErrno)
        {
            throw new NetlinkProtocolException("an ack has no error number");
        }

        var attributes = message.Has(NetlinkFlag.AckAttributes) ? Attributes(message) : default;
        return new NetlinkAck(
            number == 0 ? null : (Errno)(-number),
            attributes.Text(MessageAttribute),
            attributes.Number<uint>(OffsetAttribute),
            attributes.Number<uint>(MissingTypeAttribute));
    }

    // NLMSG_ERROR repeats the request's header, and its payload too unless the ack is capped.
    private static NetlinkAttributes Attributes(NetlinkMessage message)
    {
        var rest = message.Payload[NumberSize..];
        if (message.Header.Type == NetlinkMessageType.Done)
        {
            return new NetlinkAttributes(rest);
        }

        if (!message.Has(NetlinkFlag.Capped))
        {
            return new NetlinkAttributes(NetlinkAlignment.After(rest, (int)NetlinkHeader.Read(rest).Length));
        }

        return rest.Length >= NetlinkHeader.Size
            ? new NetlinkAttributes(rest[NetlinkHeader.Size..])
            : throw new NetlinkProtocolException("an ack lacks the header of its request");
    }
}
