namespace MdevDesired.Linux.Netlink;

/// <summary>
/// A list of attributes, for <c>foreach</c> and for looking one up: each look-up walks the list, which is short, and allocates
/// nothing. Every member throws <see cref="NetlinkProtocolException"/> where the list or the value is malformed.
/// </summary>
internal readonly ref struct NetlinkAttributes(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public Enumerator GetEnumerator() => new(_bytes);

    /// <summary>The first attribute of that type.</summary>
    public bool TryFind(ushort type, out NetlinkAttribute found)
    {
        foreach (var attribute in this)
        {
            if (attribute.Type == type)
            {
                found = attribute;
                return true;
            }
        }

        found = default;
        return false;
    }

    /// <summary>Whether it is there: how a flag says true.</summary>
    public bool Has(ushort type) => TryFind(type, out _);

    /// <summary>The number, or null when it is absent.</summary>
    public T? Number<T>(ushort type)
        where T : unmanaged => TryFind(type, out var found) ? found.Number<T>() : null;

    public string? Text(ushort type) => TryFind(type, out var found) ? found.Text : null;

    /// <summary>The list within, or an empty one when it is absent.</summary>
    public NetlinkAttributes Nested(ushort type) => TryFind(type, out var found) ? found.Nested : default;

    public T Required<T>(ushort type)
        where T : unmanaged => Number<T>(type) ?? throw Missing(type);

    public string RequiredText(ushort type) => Text(type) ?? throw Missing(type);

    private static NetlinkProtocolException Missing(ushort type) => new($"attribute {type} is missing");

    internal ref struct Enumerator(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> _rest = bytes;

        public NetlinkAttribute Current { get; private set; }

        public bool MoveNext()
        {
            if (_rest.IsEmpty)
            {
                return false;
            }

            Current = NetlinkAttribute.Read(_rest);
            _rest = NetlinkAlignment.After(_rest, NetlinkAttribute.HeaderSize + Current.Value.Length);
            return true;
        }
    }
}
