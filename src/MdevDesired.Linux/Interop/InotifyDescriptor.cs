using System.Runtime.InteropServices;
using MdevDesired.Applying;

namespace MdevDesired.Linux.Interop;

/// <summary>An open instance of inotify(7), closed on exec. Calls that a signal interrupted are made again.</summary>
internal sealed class InotifyDescriptor : SafeHandle
{
    private const int NonBlockingCloseOnExec = 0x800 | 0x80000;

    private InotifyDescriptor(nint descriptor)
        : base(-1, ownsHandle: true) => SetHandle(descriptor);

    public override bool IsInvalid => handle == -1;

    /// <exception cref="KernelException">The kernel refused.</exception>
    public static InotifyDescriptor Open()
    {
        var answer = Answer.Of(LibcInotify.Init(NonBlockingCloseOnExec));
        return answer.Errno is { } errno ? throw new KernelException("open", "inotify", errno) : new((nint)answer.Value);
    }

    /// <summary>Watches a folder; the value is the number of the watch, that of an earlier one when it is the same folder.</summary>
    public Answer Add(string folder, uint mask) => Answer.Of(LibcInotify.AddWatch(this, folder, mask));

    public Answer Remove(int watch) => Answer.Of(LibcInotify.RemoveWatch(this, watch));

    /// <summary>Takes the events that are there, else EAGAIN; the value is the number of bytes.</summary>
    public Answer Read(Span<byte> buffer)
    {
        Answer answer;
        do
        {
            answer = Answer.Of(LibcInotify.Read(this, buffer, (nuint)buffer.Length));
        }
        while (answer.Interrupted);
        return answer;
    }

    /// <summary>Waits until there is something to read; the value is 0 when the time ran out. A signal ends it.</summary>
    public Answer Wait(int milliseconds) => Readiness.WaitFor(this, milliseconds);

    protected override bool ReleaseHandle() => Libc.Close((int)handle) == 0;
}
