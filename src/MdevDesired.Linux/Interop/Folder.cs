using System.Text;
using MdevDesired.Applying;

namespace MdevDesired.Linux.Interop;

/// <summary>An open folder, beneath which files are opened without leaving it.</summary>
internal sealed class Folder : IDisposable
{
    private const int PathMax = 4096;
    private const int AtSymlinkNoFollow = 0x100;

    private Folder(FileDescriptor descriptor, string path) => (Descriptor, Path) = (descriptor, path);

    /// <summary>The path by which it was opened, for messages.</summary>
    public string Path { get; }

    public FileDescriptor Descriptor { get; }

    /// <summary>Opens a folder by its path from the working directory; null when there is none.</summary>
    /// <exception cref="KernelException">It is there and cannot be opened.</exception>
    public static Folder? Open(string path) => Opened(null, path, path, Resolve.Anywhere);

    /// <summary>Opens a folder beneath this one; null when there is none.</summary>
    /// <exception cref="KernelException">It is there and cannot be opened.</exception>
    public Folder? OpenFolder(string path, Resolve resolve) => Opened(Descriptor, path, PathOf(path), resolve);

    /// <summary>Opens a file beneath this folder; null and why when it cannot.</summary>
    public FileDescriptor? OpenFile(string path, OpenFlags flags, Resolve resolve, out Errno errno, uint mode = 0) =>
        FileDescriptor.Open(Descriptor, path, flags, resolve, out errno, mode);

    /// <summary>The names in this folder; to be walked once.</summary>
    public FolderEntries Entries(Span<byte> buffer) => new(this, buffer);

    /// <summary>The text of a link, or null when it is gone or no link.</summary>
    /// <exception cref="KernelException">It is there and cannot be read.</exception>
    public string? ReadLink(string path)
    {
        Span<byte> target = stackalloc byte[PathMax];
        var answer = Answer.Of(Libc.ReadLinkAt(Descriptor, path, target, (nuint)target.Length));
        return answer.Errno switch
        {
            null => Encoding.UTF8.GetString(target[..(int)answer.Value]),
            Errno.EINVAL => null,
            { } errno when ErrnoMeaning.IsGone(errno) => null,
            { } errno => throw new KernelException("read link", PathOf(path), errno),
        };
    }

    /// <summary>The status of what the path names, links themselves included; null when it is gone.</summary>
    /// <exception cref="KernelException">It is there and cannot be asked for.</exception>
    public FileStatus? Status(string path)
    {
        var answer = Answer.Of(Libc.StatX(Descriptor, path, AtSymlinkNoFollow, FileStatus.Mask, out var status));
        return answer.Errno switch
        {
            null => status,
            { } errno when ErrnoMeaning.IsGone(errno) => null,
            { } errno => throw new KernelException("stat", PathOf(path), errno),
        };
    }

    /// <summary>Makes a folder (mkdirat(2)).</summary>
    public Answer MakeFolder(string name, uint mode) => Answer.Of(Libc.MkDirAt(Descriptor, name, mode));

    /// <summary>Gives a file another name in this folder, in place of what has it, atomically (rename(2)).</summary>
    public Answer Rename(string name, string newName) => Answer.Of(Libc.RenameAt(Descriptor, name, Descriptor, newName));

    /// <summary>Removes a name that is no folder (unlinkat(2)).</summary>
    public Answer Unlink(string name) => Answer.Of(Libc.UnlinkAt(Descriptor, name, 0));

    public string PathOf(string path) => $"{Path.TrimEnd('/')}/{path}";

    public void Dispose() => Descriptor.Dispose();

    private static Folder? Opened(FileDescriptor? above, string path, string shown, Resolve resolve)
    {
        var descriptor = FileDescriptor.Open(above, path, OpenFlags.Folder, resolve, out var errno);
        return descriptor is not null ? new Folder(descriptor, shown)
            : ErrnoMeaning.IsGone(errno) ? null
            : throw new KernelException("open", shown, errno);
    }
}
