namespace MdevDesired.Linux.Netlink;

/// <summary>One message as it stands in a datagram; valid as long as the buffer is.</summary>
internal readonly ref struct NetlinkMessage(NetlinkHeader header, ReadOnlySpan<byte> payload)
{
    public NetlinkHeader Header { get; } = header;

    public ReadOnlySpan<byte> Payload { get; } = payload;

    /// <exception cref="NetlinkProtocolException">The bytes start with no message.</exception>
    public static NetlinkMessage Read(ReadOnlySpan<byte> bytes)
    {
        var header = NetlinkHeader.Read(bytes);
        return new NetlinkMessage(header, bytes[NetlinkHeader.Size..(int)header.Length]);
    }

    /// <summary>The part of the payload behind a header of the family's own.</summary>
    /// <exception cref="NetlinkProtocolException">The payload is shorter than that header.</exception>
    public NetlinkAttributes Attributes(int familyHeaderSize) => familyHeaderSize <= Payload.Length
        ? new NetlinkAttributes(NetlinkAlignment.After(Payload, familyHeaderSize))
        : throw new NetlinkProtocolException($"a payload of {Payload.Length} bytes lacks the header of {familyHeaderSize}");

    public bool Has(ushort flag) => (Header.Flags & flag) != 0;
}
