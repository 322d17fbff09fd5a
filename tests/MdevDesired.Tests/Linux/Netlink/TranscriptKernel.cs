using MdevDesired.Applying;
using MdevDesired.Linux.Netlink;
using Xunit;

namespace MdevDesired.Tests.Linux.Netlink;

/// <summary>Plays a kernel by a transcript: insists on the bytes that were sent then, and answers as was answered.</summary>
internal sealed class TranscriptKernel(Transcript transcript) : INetlinkSocket
{
    private readonly Queue<Transcript.Datagram> _left = new(transcript.Datagrams);

    public Errno? Send(ReadOnlySpan<byte> datagram)
    {
        var expected = _left.Dequeue();
        Assert.True(expected.Sent, "something was sent before all that came was received");
        Assert.Equal(Convert.ToHexStringLower(expected.Bytes), Convert.ToHexStringLower(datagram));
        return null;
    }

    public NetlinkReceipt Receive(Span<byte> buffer, TimeSpan timeout)
    {
        if (!_left.TryPeek(out var next) || next.Sent)
        {
            return new NetlinkReceipt(0, 0, Errno.ETIMEDOUT);
        }

        _left.Dequeue().Bytes.CopyTo(buffer);
        return new NetlinkReceipt(next.Bytes.Length, 0);
    }

    public Errno? Join(uint group) => null;

    /// <summary>Everything was said when it ends.</summary>
    public void Dispose() => Assert.Empty(_left);
}
