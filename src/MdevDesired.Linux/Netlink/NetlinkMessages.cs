namespace MdevDesired.Linux.Netlink;

/// <summary>The messages of one datagram, for <c>foreach</c>; nothing is allocated.</summary>
internal readonly ref struct NetlinkMessages(ReadOnlySpan<byte> datagram)
{
    private readonly ReadOnlySpan<byte> _datagram = datagram;

    public Enumerator GetEnumerator() => new(_datagram);

    internal ref struct Enumerator(ReadOnlySpan<byte> datagram)
    {
        private ReadOnlySpan<byte> _rest = datagram;

        public NetlinkMessage Current { get; private set; }

        /// <exception cref="NetlinkProtocolException">What follows is no message.</exception>
        public bool MoveNext()
        {
            if (_rest.IsEmpty)
            {
                return false;
            }

            Current = NetlinkMessage.Read(_rest);
            _rest = NetlinkAlignment.After(_rest, (int)Current.Header.Length);
            return true;
        }
    }
}
