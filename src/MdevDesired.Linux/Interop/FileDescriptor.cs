using System.Runtime.InteropServices;
using MdevDesired.Applying;

namespace MdevDesired.Linux.Interop;

/// <summary>An open file. Calls that a signal interrupted are made again.</summary>
internal sealed class FileDescriptor : SafeHandle
{
    private const int AtFdCwd = -100;
    private const int AtEmptyPath = 0x1000;
    private const int LockExclusiveNow = 0x2 | 0x4;
    private const int NonBlockCloseOnExec = 0x800 | 0x80000;

    private FileDescriptor(nint descriptor, bool ownsHandle)
        : base(-1, ownsHandle) => SetHandle(descriptor);

    public override bool IsInvalid => handle == -1;

    private static FileDescriptor WorkingFolder { get; } = new(AtFdCwd, ownsHandle: false);

    /// <summary>A file that the process was started with, as 1 for standard output; it is not closed.</summary>
    public static FileDescriptor Given(int number) => new(number, ownsHandle: false);

    /// <summary>A counter that can be read once somebody has written to it (eventfd(2)); invalid when it cannot be made.</summary>
    public static FileDescriptor Counter(out Answer answer)
    {
        answer = Answer.Of(Libc.EventFd(0, NonBlockCloseOnExec));
        return new((nint)answer.Value, ownsHandle: true);
    }

    /// <summary>Opens beneath a folder, or from the working directory when there is none; null and why when it cannot.</summary>
    public static FileDescriptor? Open(
        FileDescriptor? folder, string path, OpenFlags flags, Resolve resolve, out Errno errno, uint mode = 0)
    {
        var answer = OpenAt2(folder ?? WorkingFolder, path, new OpenHow(flags, mode, resolve));
        errno = answer.Errno ?? default;
        return answer.Failed ? null : new FileDescriptor((nint)answer.Value, ownsHandle: true);
    }

    /// <summary>The status of what a path leads to, links followed; nothing is opened.</summary>
    public static Answer StatusOf(string path, out FileStatus status) =>
        Answer.Of(Libc.StatX(WorkingFolder, path, 0, FileStatus.Mask, out status));

    /// <summary>One read(2); the value is the number of bytes.</summary>
    public Answer Read(Span<byte> buffer)
    {
        Answer answer;
        do
        {
            answer = Answer.Of(Libc.Read(this, buffer, (nuint)buffer.Length));
        }
        while (answer.Interrupted);
        return answer;
    }

    /// <summary>One write(2); the value is the number of bytes taken.</summary>
    public Answer Write(ReadOnlySpan<byte> text)
    {
        Answer answer;
        do
        {
            answer = Answer.Of(Libc.Write(this, text, (nuint)text.Length));
        }
        while (answer.Interrupted);
        return answer;
    }

    /// <summary>The next entries of an open folder (getdents(2)); the value is the number of bytes, 0 at the end.</summary>
    public Answer List(Span<byte> entries)
    {
        Answer answer;
        do
        {
            answer = Answer.Of(Libc.GetDents64(SystemCallNumber.GetDents64, this, entries, (nuint)entries.Length));
        }
        while (answer.Interrupted);
        return answer;
    }

    /// <summary>The file's own status.</summary>
    public Answer Status(out FileStatus status) =>
        Answer.Of(Libc.StatX(this, "", AtEmptyPath, FileStatus.Mask, out status));

    /// <summary>Takes the exclusive lock of the file if nobody has it; else EAGAIN (flock(2)).</summary>
    public Answer TryLock() => Answer.Of(Libc.FLock(this, LockExclusiveNow));

    public Answer Truncate() => Answer.Of(Libc.FTruncate(this, 0));

    public Answer ChangeMode(uint mode) => Answer.Of(Libc.FChMod(this, mode));

    // Linux frees the descriptor whatever close(2) answers: it is never called twice.
    protected override bool ReleaseHandle() => Libc.Close((int)handle) == 0;

    // EAGAIN: beneath a folder the kernel gives up a walk through ".." while anything is renamed or mounted (openat2(2)).
    private static Answer OpenAt2(FileDescriptor folder, string path, OpenHow how)
    {
        Answer answer;
        var tries = 100;
        do
        {
            answer = Answer.Of(Libc.OpenAt2(SystemCallNumber.OpenAt2, folder, path, how, OpenHow.Size));
        }
        while (answer.Interrupted || (answer.Errno == Errno.EAGAIN && tries-- > 0));
        return answer;
    }
}
