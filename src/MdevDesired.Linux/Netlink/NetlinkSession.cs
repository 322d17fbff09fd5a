using System.Collections.Immutable;
using MdevDesired.Applying;

namespace MdevDesired.Linux.Netlink;

/// <summary>
/// Asks the kernel, one request after another: not for several threads at once. The kernel works on a request inside the send, so
/// the timeout bounds the wait for an answer only, never the work of a driver.
/// </summary>
/// <param name="socket">Owned: closed with the session.</param>
internal sealed class NetlinkSession(INetlinkSocket socket) : IDisposable
{
    // A dump that others keep changing: as often as it takes on a busy host, but not for ever.
    private const int MaximumDumps = 10;

    private readonly NetlinkReader _reader = new(socket);
    private uint _sequence;

    /// <summary>How long the kernel may be silent.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Asks for something to be done.</summary>
    /// <exception cref="KernelException">The kernel refused; or EPROTO, its answer was malformed.</exception>
    public void Execute(NetlinkAttempt attempt, NetlinkWriter request) => Exchange(attempt, request, static _ => 0);

    /// <summary>Asks for something that is answered with one message before the ack.</summary>
    /// <exception cref="KernelException">The kernel refused; or EPROTO, its answer was malformed or there was none.</exception>
    public T ExecuteForOne<T>(NetlinkAttempt attempt, NetlinkWriter request, NetlinkDecoder<T> decode) =>
        Exchange(attempt, request, decode).Answers is [var answer, ..]
            ? answer
            : throw attempt.Refused(Errno.EPROTO, "the kernel agreed without an answer");

    /// <summary>Asks for every entry of a list; again, as long as the list changes meanwhile.</summary>
    /// <exception cref="KernelException">As above; or EINTR, the list never held still.</exception>
    public ImmutableArray<T> Dump<T>(NetlinkAttempt attempt, NetlinkWriter request, NetlinkDecoder<T> decode)
    {
        for (var dumps = 0; dumps < MaximumDumps; dumps++)
        {
            if (Exchange(attempt, request, decode) is { Interrupted: false } exchange)
            {
                return exchange.Answers.ToImmutable();
            }
        }

        throw attempt.Refused(Errno.EINTR, $"the list changed each of the {MaximumDumps} times that it was read");
    }

    public void Dispose() => socket.Dispose();

    private NetlinkExchange<T> Exchange<T>(NetlinkAttempt attempt, NetlinkWriter request, NetlinkDecoder<T> decode)
    {
        var exchange = new NetlinkExchange<T>(attempt, ++_sequence, request.IsDump, decode);
        attempt.Check(socket.Send(request.Finish(_sequence)));
        try
        {
            while (!exchange.Ended)
            {
                var datagram = _reader.Receive(Timeout, out var errno);
                exchange.Take(datagram, errno);
            }
        }
        catch (NetlinkProtocolException exception)
        {
            throw attempt.Misunderstood(exception);
        }

        return exchange;
    }
}
