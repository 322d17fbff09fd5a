using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using MdevDesired.Applying;

namespace MdevDesired.Linux.Interop;

/// <summary>
/// A process that this one started, with a pipe to its input and one from its output, an empty environment, a process group of its
/// own, and deaf to interrupts from its first instruction on.
/// </summary>
internal sealed class ChildProcess : IDisposable
{
    private const int CloseOnExec = 0x80000;
    private const int Input = 0;
    private const int Output = 1;
    private const short SetProcessGroup = 0x02;
    private const short SetSignalMask = 0x08;
    private const int Hangup = 1;
    private const int Interrupt = 2;
    private const int Terminate = 15;

    // Room for the opaque structs of glibc and musl: posix_spawnattr_t has 336 bytes, the others less.
    private const int StructSize = 512;

    private ChildProcess(int pid, FileStream input, FileStream output) => (Pid, ToInput, FromOutput) = (pid, input, output);

    public int Pid { get; }

    public FileStream ToInput { get; }

    public FileStream FromOutput { get; }

    /// <exception cref="KernelException">It could not be started.</exception>
    public static ChildProcess Start(string program, params IReadOnlyList<string> arguments)
    {
        var (childInput, toInput) = Pipe();
        var (fromOutput, childOutput) = Pipe();
        using (childInput)
        using (childOutput)
        {
            var errno = Spawn(program, [program, .. arguments], (int)childInput.DangerousGetHandle(), (int)childOutput.DangerousGetHandle(), out var pid);
            return errno == 0
                ? new(pid, new(toInput, FileAccess.Write, bufferSize: 0), new(fromOutput, FileAccess.Read, bufferSize: 0))
                : throw new KernelException("start", program, (Errno)errno);
        }
    }

    /// <summary>Waits until it has ended, so that the kernel can forget it.</summary>
    public void Reap()
    {
        while (Answer.Of(LibcProcesses.WaitPid(Pid, out _, 0)).Interrupted)
        {
        }
    }

    public void Dispose()
    {
        ToInput.Dispose();
        FromOutput.Dispose();
    }

    private static (SafeFileHandle Read, SafeFileHandle Write) Pipe()
    {
        Span<int> ends = stackalloc int[2];
        return Answer.Of(LibcProcesses.Pipe2(ends, CloseOnExec)).Errno is { } errno
            ? throw new KernelException("make", "a pipe", errno)
            : (new(ends[0], ownsHandle: true), new(ends[1], ownsHandle: true));
    }

    private static int Spawn(string program, string[] arguments, int input, int output, out int pid)
    {
        Span<byte> actions = stackalloc byte[StructSize];
        Span<byte> attributes = stackalloc byte[StructSize];
        Span<byte> signals = stackalloc byte[StructSize];
        LibcProcesses.FileActionsInit(actions);
        LibcProcesses.AttributesInit(attributes);
        LibcProcesses.FileActionsAddDup2(actions, input, Input);
        LibcProcesses.FileActionsAddDup2(actions, output, Output);
        LibcProcesses.SignalsNone(signals);
        foreach (var signal in (ReadOnlySpan<int>)[Hangup, Interrupt, Terminate])
        {
            LibcProcesses.SignalsAdd(signals, signal);
        }

        LibcProcesses.AttributesSetSignalMask(attributes, signals);
        LibcProcesses.AttributesSetFlags(attributes, SetProcessGroup | SetSignalMask);
        var texts = Array.ConvertAll(arguments, Marshal.StringToCoTaskMemUTF8);
        try
        {
            return LibcProcesses.PosixSpawn(out pid, program, actions, attributes, [.. texts, 0], [0]);
        }
        finally
        {
            Array.ForEach(texts, Marshal.FreeCoTaskMem);
            LibcProcesses.FileActionsDestroy(actions);
            LibcProcesses.AttributesDestroy(attributes);
        }
    }
}
