namespace MdevDesired.Linux.Netlink;

/// <summary>Makes a value of a message, which is gone afterwards.</summary>
/// <exception cref="NetlinkProtocolException">The message is malformed.</exception>
internal delegate T NetlinkDecoder<out T>(NetlinkMessage message);
