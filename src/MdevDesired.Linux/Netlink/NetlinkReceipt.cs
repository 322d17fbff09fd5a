using MdevDesired.Applying;

namespace MdevDesired.Linux.Netlink;

/// <summary>What a receive gave.</summary>
/// <param name="Length">Of the datagram as it was sent, in bytes: more than the buffer has when it was truncated.</param>
/// <param name="Sender">The port that sent it; 0 is the kernel.</param>
/// <param name="Errno">Why there is none: ETIMEDOUT, ENOBUFS when datagrams were lost; null when there is one.</param>
internal readonly record struct NetlinkReceipt(int Length, uint Sender, Errno? Errno = null);
