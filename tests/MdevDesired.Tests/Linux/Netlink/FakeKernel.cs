using MdevDesired.Applying;
using MdevDesired.Linux.Netlink;

namespace MdevDesired.Tests.Linux.Netlink;

/// <summary>A kernel that answers each request as the test says; when there is nothing left to receive, time runs out.</summary>
internal sealed class FakeKernel : INetlinkSocket
{
    private readonly Queue<Func<uint, FakeDatagram[]>> _answers = new();
    private readonly Queue<FakeDatagram> _inbox = new();

    public int Requests { get; private set; }

    /// <summary>How many datagrams nobody has received.</summary>
    public int Unread => _inbox.Count;

    public bool Closed { get; private set; }

    public List<uint> Groups { get; } = [];

    public Errno? SendError { get; init; }

    /// <summary>The answer to the next request, given its sequence.</summary>
    public FakeKernel Answers(Func<uint, FakeDatagram[]> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    /// <summary>Something that nobody asked for.</summary>
    public FakeKernel Announces(FakeDatagram datagram)
    {
        _inbox.Enqueue(datagram);
        return this;
    }

    public Errno? Send(ReadOnlySpan<byte> datagram)
    {
        Requests++;
        if (_answers.TryDequeue(out var answer))
        {
            Array.ForEach(answer(NetlinkHeader.Read(datagram).Sequence), _inbox.Enqueue);
        }

        return SendError;
    }

    public NetlinkReceipt Receive(Span<byte> buffer, TimeSpan timeout)
    {
        if (!_inbox.TryDequeue(out var datagram))
        {
            return new NetlinkReceipt(0, 0, Errno.ETIMEDOUT);
        }

        datagram.Bytes.AsSpan(0, Math.Min(datagram.Bytes.Length, buffer.Length)).CopyTo(buffer);
        return new NetlinkReceipt(datagram.Bytes.Length, datagram.Sender, datagram.Errno);
    }

    public Errno? Join(uint group)
    {
        Groups.Add(group);
        return null;
    }

    public void Dispose() => Closed = true;
}
