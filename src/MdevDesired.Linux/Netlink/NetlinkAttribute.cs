using System.Runtime.InteropServices;
using System.Text;

namespace MdevDesired.Linux.Netlink;

/// <summary>One attribute (<c>struct nlattr</c>, include/uapi/linux/netlink.h); valid as long as the buffer is.</summary>
/// <param name="type">What it is, without the bits that say how it is packed.</param>
/// <param name="value">Its payload, without padding.</param>
internal readonly ref struct NetlinkAttribute(ushort type, ReadOnlySpan<byte> value)
{
    /// <summary>Of <c>struct nlattr</c>, in bytes.</summary>
    public const int HeaderSize = 4;

    /// <summary>NLA_TYPE_MASK: what is left without NLA_F_NESTED and NLA_F_NET_BYTEORDER.</summary>
    public const ushort TypeMask = 0x3FFF;

    public ushort Type { get; } = type;

    public ReadOnlySpan<byte> Value { get; } = value;

    public NetlinkAttributes Nested => new(Value);

    /// <summary>The text up to the NUL that ends it, or to the end.</summary>
    public string Text => Encoding.UTF8.GetString(Value.IndexOf((byte)0) is >= 0 and var end ? Value[..end] : Value);

    /// <summary>The number, in the order of the host.</summary>
    /// <exception cref="NetlinkProtocolException">The value has another size.</exception>
    public T Number<T>()
        where T : unmanaged
    {
        var number = default(T);
        if (Value.Length != MemoryMarshal.AsBytes(new Span<T>(ref number)).Length)
        {
            throw new NetlinkProtocolException($"attribute {Type} has {Value.Length} bytes, which are no {typeof(T).Name}");
        }

        return MemoryMarshal.Read<T>(Value);
    }

    /// <exception cref="NetlinkProtocolException">The bytes start with no attribute.</exception>
    public static NetlinkAttribute Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderSize)
        {
            throw new NetlinkProtocolException($"{bytes.Length} bytes are no attribute: its header has {HeaderSize}");
        }

        var length = MemoryMarshal.Read<ushort>(bytes);
        if (length < HeaderSize || length > bytes.Length)
        {
            throw new NetlinkProtocolException($"an attribute claims {length} bytes of {bytes.Length}");
        }

        return new NetlinkAttribute((ushort)(MemoryMarshal.Read<ushort>(bytes[2..]) & TypeMask), bytes[HeaderSize..length]);
    }
}
