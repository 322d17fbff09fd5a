namespace MdevDesired.Linux.Netlink;

/// <summary>Bytes that break the rules of netlink: a length that does not fit, a value that is missing.</summary>
internal sealed class NetlinkProtocolException(string message) : Exception(message);
