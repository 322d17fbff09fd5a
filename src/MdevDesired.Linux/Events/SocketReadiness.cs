using System.Runtime.InteropServices;
using MdevDesired.Applying;
using MdevDesired.Linux.Interop;

namespace MdevDesired.Linux.Events;

/// <summary>One poll(2) over sockets and a counter, through which a cancellation wakes it. For one thread.</summary>
internal sealed class SocketReadiness : IReadiness
{
    private readonly SafeHandle[] _descriptors;
    private readonly FileDescriptor _bell;

    private SocketReadiness(SafeHandle[] sockets, FileDescriptor bell) => (_descriptors, _bell) = ([.. sockets, bell], bell);

    /// <param name="sockets">Theirs who opened them, and open for as long as this is used.</param>
    /// <exception cref="KernelException">The kernel refused.</exception>
    public static SocketReadiness Of(params SafeHandle[] sockets)
    {
        var bell = FileDescriptor.Counter(out var answer);
        return answer.Errno is { } errno ? throw Refused(errno) : new(sockets, bell);
    }

    /// <inheritdoc/>
    /// <exception cref="KernelException">The kernel refused.</exception>
    public bool Wait(TimeSpan patience, CancellationToken stop)
    {
        using var woken = stop.Register(Ring);
        stop.ThrowIfCancellationRequested();
        var answer = Poll(PollTime.Milliseconds(patience));
        stop.ThrowIfCancellationRequested();
        // A signal is no reason to go on waiting without a look at the time: the caller comes again.
        return answer.Errno is { } errno && !answer.Interrupted ? throw Refused(errno) : answer.Value != 0;
    }

    public void Dispose() => _bell.Dispose();

    private Answer Poll(int milliseconds)
    {
        var requests = Array.ConvertAll(_descriptors, descriptor => new PollRequest((int)descriptor.DangerousGetHandle()));
        var answer = Answer.Of(LibcSockets.Poll(ref requests[0], (nuint)requests.Length, milliseconds));
        GC.KeepAlive(this);
        return answer;
    }

    private void Ring() => _bell.Write([1, 0, 0, 0, 0, 0, 0, 0]);

    private static KernelException Refused(Errno errno) => new("wait for", "events of the kernel", errno);
}
