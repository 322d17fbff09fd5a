using System.Collections.Immutable;
using MdevDesired.Applying;

namespace MdevDesired.Linux.Netlink;

/// <summary>One request and what comes back until it has ended.</summary>
internal sealed class NetlinkExchange<T>(NetlinkAttempt attempt, uint sequence, bool isDump, NetlinkDecoder<T> decode)
{
    private NetlinkProtocolException? _malformed;

    public ImmutableArray<T>.Builder Answers { get; } = ImmutableArray.CreateBuilder<T>();

    public bool Ended { get; private set; }

    /// <summary>Whether a dump must be made again: entries may be missing or stand there twice.</summary>
    public bool Interrupted { get; private set; }

    /// <exception cref="KernelException">The request was refused, or its answer is lost.</exception>
    /// <exception cref="NetlinkProtocolException">The datagram is malformed.</exception>
    public void Take(ReadOnlySpan<byte> datagram, Errno? errno)
    {
        // The rest of the dump is on its way and ends as usual.
        if (errno == Errno.ENOBUFS && isDump)
        {
            Interrupted = true;
        }
        else
        {
            attempt.Check(errno, Loss(errno));
        }

        foreach (var message in new NetlinkMessages(datagram))
        {
            Take(message);
        }
    }

    private static string? Loss(Errno? errno) => errno switch
    {
        Errno.ENOBUFS => "the kernel's answer was lost: whether it was done is not known",
        Errno.ETIMEDOUT => "the kernel did not answer",
        _ => null,
    };

    private void Take(NetlinkMessage message)
    {
        // Answers to a request that was given up before are left over in the socket.
        var age = (int)(message.Header.Sequence - sequence);
        if (age < 0)
        {
            return;
        }

        if (age > 0)
        {
            throw new NetlinkProtocolException($"request {sequence} was answered as {message.Header.Sequence}");
        }

        Interrupted |= message.Has(NetlinkFlag.DumpInterrupted);
        Understand(message);
    }

    private void Understand(NetlinkMessage message)
    {
        switch (message.Header.Type)
        {
            case NetlinkMessageType.Noop:
                break;
            case NetlinkMessageType.Error or NetlinkMessageType.Done:
                End(NetlinkAck.Read(message));
                break;
            default:
                Decode(message);
                break;
        }
    }

    // What follows is taken all the same: the kernel starts no other dump before this one was read to its end.
    private void Decode(NetlinkMessage message)
    {
        try
        {
            Answers.Add(decode(message));
        }
        catch (NetlinkProtocolException exception)
        {
            _malformed ??= exception;
        }
    }

    private void End(NetlinkAck ack)
    {
        attempt.Check(ack.Errno, ack.Explanation);
        if (_malformed is not null)
        {
            throw _malformed;
        }

        Ended = true;
    }
}
