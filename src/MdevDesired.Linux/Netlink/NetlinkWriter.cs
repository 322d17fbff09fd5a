using System.Runtime.InteropServices;
using System.Text;

namespace MdevDesired.Linux.Netlink;

/// <summary>Writes one request into a buffer that grows; its length and sequence are filled in when it is finished.</summary>
/// <param name="type">The type of the message: that of a family.</param>
/// <param name="flags">Of <see cref="NetlinkFlag"/>.</param>
internal sealed class NetlinkWriter(ushort type, ushort flags)
{
    // NLA_F_NESTED, which the kernel insists on for every attribute newer than 5.2 (lib/nlattr.c, NL_VALIDATE_NESTED).
    private const ushort NestedFlag = 0x8000;

    private byte[] _buffer = new byte[256];
    private int _length = NetlinkHeader.Size;

    public bool IsDump => (flags & NetlinkFlag.Dump) == NetlinkFlag.Dump;

    /// <summary>Appends a header of the family's own.</summary>
    public NetlinkWriter Header<T>(T header)
        where T : unmanaged => Append(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in header)));

    /// <exception cref="NetlinkProtocolException">The value is longer than an attribute can be.</exception>
    public NetlinkWriter Put(ushort attribute, ReadOnlySpan<byte> value)
    {
        PutHeader(attribute, NetlinkAttribute.HeaderSize + value.Length);
        return Append(value);
    }

    public NetlinkWriter Put<T>(ushort attribute, T number)
        where T : unmanaged => Put(attribute, MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in number)));

    /// <summary>Writes the number unless it is null.</summary>
    public NetlinkWriter PutOptional<T>(ushort attribute, T? number)
        where T : unmanaged => number is { } value ? Put(attribute, value) : this;

    /// <summary>Writes the text with the NUL that ends it (NLA_NUL_STRING).</summary>
    public NetlinkWriter PutText(ushort attribute, string text) => Put(attribute, Encoding.UTF8.GetBytes(text + '\0'));

    /// <summary>Writes a flag, which is true by being there.</summary>
    public NetlinkWriter PutFlag(ushort attribute) => Put(attribute, []);

    /// <summary>Writes a list of attributes within one.</summary>
    public NetlinkWriter PutNested(ushort attribute, Action<NetlinkWriter> content)
    {
        var start = _length;
        PutHeader((ushort)(attribute | NestedFlag), NetlinkAttribute.HeaderSize);
        content(this);
        MemoryMarshal.Write(_buffer.AsSpan(start), AttributeLength(_length - start));
        return this;
    }

    /// <summary>The bytes to send: good until more is written.</summary>
    public ReadOnlySpan<byte> Finish(uint sequence)
    {
        new NetlinkHeader((uint)_length, type, flags, sequence, 0).Write(_buffer);
        return _buffer.AsSpan(0, _length);
    }

    private static ushort AttributeLength(int length) => length <= ushort.MaxValue
        ? (ushort)length
        : throw new NetlinkProtocolException($"a value of {length} bytes is longer than an attribute can be");

    private void PutHeader(ushort attribute, int length)
    {
        ReadOnlySpan<ushort> header = [AttributeLength(length), attribute];
        Append(MemoryMarshal.AsBytes(header));
    }

    private NetlinkWriter Append(ReadOnlySpan<byte> bytes)
    {
        var end = _length + NetlinkAlignment.Up(bytes.Length);
        if (end > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(end, 2 * _buffer.Length));
        }

        bytes.CopyTo(_buffer.AsSpan(_length));
        _length = end;
        return this;
    }
}
