namespace MdevDesired.Model.Devlink;

/// <summary>A link-layer address, as <c>00:00:00:00:88:88</c>: 6 bytes for Ethernet, 20 for InfiniBand.</summary>
internal readonly record struct HardwareAddress
{
    /// <summary>MAX_ADDR_LEN (include/linux/netdevice.h), in bytes.</summary>
    public const int MaximumLength = 32;

    private readonly string? _text;

    private HardwareAddress(string text) => _text = text;

    /// <summary>Makes an address of its bytes when there are 1 to <see cref="MaximumLength"/> of them.</summary>
    public static bool TryCreate(ReadOnlySpan<byte> bytes, out HardwareAddress address)
    {
        var valid = bytes.Length is > 0 and <= MaximumLength;
        address = valid ? new HardwareAddress(Shown(bytes)) : default;
        return valid;
    }

    /// <summary>Reads pairs of hexadecimal digits between colons, in either case.</summary>
    public static bool TryParse(string text, out HardwareAddress address)
    {
        address = default;
        var parts = text.Split(':');
        return parts.All(part => part.Length == 2 && part.All(char.IsAsciiHexDigit))
            && TryCreate(Convert.FromHexString(string.Concat(parts)), out address);
    }

    /// <exception cref="FormatException">The text is no address.</exception>
    public static HardwareAddress Parse(string text) =>
        TryParse(text, out var address) ? address : throw new FormatException($"\"{text}\" is no hardware address");

    public byte[] ToBytes() => Convert.FromHexString(ToString().Replace(":", "", StringComparison.Ordinal));

    /// <summary>The text in lower case.</summary>
    public override string ToString() => _text ?? "";

    private static string Shown(ReadOnlySpan<byte> bytes) =>
        string.Join(':', Convert.ToHexStringLower(bytes).Chunk(2).Select(pair => new string(pair)));
}
