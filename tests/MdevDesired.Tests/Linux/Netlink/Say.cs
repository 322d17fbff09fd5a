using MdevDesired.Applying;
using MdevDesired.Linux.Netlink;

namespace MdevDesired.Tests.Linux.Netlink;

/// <summary>The kernel's side of netlink, for tests.</summary>
internal static class Say
{
    public const ushort EntryType = 0x20;
    public const ushort EntryValue = 1;
    private const ushort Message = 1;
    private const ushort Offset = 2;
    private const ushort MissingType = 5;

    /// <summary>One entry of a list.</summary>
    public static byte[] Entry(uint sequence, uint value, ushort flags = 0) =>
        new NetlinkWriter(EntryType, flags).Put(EntryValue, value).Finish(sequence).ToArray();

    public static uint ReadEntry(NetlinkMessage message) => message.Attributes(0).Required<uint>(EntryValue);

    public static byte[] Done(uint sequence, Errno? errno = null, ushort flags = 0) =>
        new NetlinkWriter(NetlinkMessageType.Done, flags).Header(-(int)(errno ?? 0)).Finish(sequence).ToArray();

    public static byte[] DoneWithWords(uint sequence, Errno errno, string words) =>
        new NetlinkWriter(NetlinkMessageType.Done, NetlinkFlag.AckAttributes)
            .Header(-(int)errno).PutText(Message, words).Finish(sequence).ToArray();

    /// <summary>An ack as with NETLINK_CAP_ACK: the request's header and no more.</summary>
    public static byte[] Ack(uint sequence, Errno? errno = null) =>
        new NetlinkWriter(NetlinkMessageType.Error, NetlinkFlag.Capped)
            .Header(-(int)(errno ?? 0)).Header(Request(NetlinkHeader.Size)).Finish(sequence).ToArray();

    public static byte[] Refusal(uint sequence, Errno errno, string words, uint offset) =>
        new NetlinkWriter(NetlinkMessageType.Error, NetlinkFlag.Capped | NetlinkFlag.AckAttributes)
            .Header(-(int)errno).Header(Request(44))
            .PutText(Message, words).Put(Offset, offset).Finish(sequence).ToArray();

    /// <summary>A refusal that repeats a request with a payload of five bytes, which are padded.</summary>
    public static byte[] UncappedRefusal(uint sequence, Errno errno, string words) =>
        new NetlinkWriter(NetlinkMessageType.Error, NetlinkFlag.AckAttributes)
            .Header(-(int)errno).Header(Request(NetlinkHeader.Size + 5)).Header(0x0102030405060708L)
            .PutText(Message, words).Finish(sequence).ToArray();

    public static byte[] RefusalForWantOf(uint sequence, uint attribute) =>
        new NetlinkWriter(NetlinkMessageType.Error, NetlinkFlag.Capped | NetlinkFlag.AckAttributes)
            .Header(-(int)Errno.EINVAL).Header(Request(20)).Put(MissingType, attribute).Finish(sequence).ToArray();

    private static NetlinkHeader Request(uint length) => new(length, EntryType, NetlinkFlag.Request, 1, 0);
}
