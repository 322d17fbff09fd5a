using MdevDesired.Applying;

namespace MdevDesired.Tests.Linux.Netlink;

/// <summary>What a <see cref="FakeKernel"/> lets be received.</summary>
/// <param name="Bytes">What was sent, whole.</param>
/// <param name="Sender">0 is the kernel.</param>
/// <param name="Errno">An error instead of a datagram.</param>
internal sealed record FakeDatagram(byte[] Bytes, uint Sender = 0, Errno? Errno = null)
{
    public static implicit operator FakeDatagram(byte[] bytes) => new(bytes);
}
