using System.Runtime.InteropServices;

namespace MdevDesired.Linux.Netlink;

/// <summary>Bits, of which the selected ones are meant (<c>struct nla_bitfield32</c>, include/uapi/linux/netlink.h).</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Bitfield32(uint Value, uint Selector)
{
    /// <summary>The bit of that number, or null when it is not selected.</summary>
    public bool? this[int bit] => (Selector & (1u << bit)) == 0 ? null : (Value & (1u << bit)) != 0;

    /// <summary>The same with one more bit, unless it is null.</summary>
    public Bitfield32 With(int bit, bool? value) => value is { } set
        ? new Bitfield32(set ? Value | (1u << bit) : Value & ~(1u << bit), Selector | (1u << bit))
        : this;
}
