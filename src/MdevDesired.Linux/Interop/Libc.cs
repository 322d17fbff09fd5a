using System.Runtime.InteropServices;

namespace MdevDesired.Linux.Interop;

/// <summary>The functions of the C library that this program calls; nothing but their prototypes.</summary>
internal static partial class Libc
{
    private const string Library = "libc";

    // long syscall(long number, int dirfd, const char *path, struct open_how *how, size_t size);
    // Variadic in C; on 64-bit Linux its arguments travel as those of an ordinary function do.
    [LibraryImport(Library, EntryPoint = "syscall", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint OpenAt2(nint number, FileDescriptor folder, string path, in OpenHow how, nuint size);

    // long syscall(long number, int fd, struct linux_dirent64 *entries, size_t count);
    [LibraryImport(Library, EntryPoint = "syscall", SetLastError = true)]
    public static partial nint GetDents64(nint number, FileDescriptor folder, Span<byte> entries, nuint count);

    // ssize_t read(int fd, void *buf, size_t count);
    [LibraryImport(Library, EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(FileDescriptor file, Span<byte> buffer, nuint count);

    // ssize_t write(int fd, const void *buf, size_t count);
    [LibraryImport(Library, EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(FileDescriptor file, ReadOnlySpan<byte> buffer, nuint count);

    // int eventfd(unsigned int initval, int flags);
    [LibraryImport(Library, EntryPoint = "eventfd", SetLastError = true)]
    public static partial int EventFd(uint count, int flags);

    // int close(int fd);
    [LibraryImport(Library, EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int file);

    // ssize_t readlinkat(int dirfd, const char *path, char *buf, size_t bufsiz);
    [LibraryImport(Library, EntryPoint = "readlinkat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint ReadLinkAt(FileDescriptor folder, string path, Span<byte> target, nuint size);

    // int statx(int dirfd, const char *path, int flags, unsigned int mask, struct statx *buf);
    [LibraryImport(Library, EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int StatX(FileDescriptor folder, string path, int flags, uint mask, out FileStatus status);

    // int mkdirat(int dirfd, const char *path, mode_t mode);
    [LibraryImport(Library, EntryPoint = "mkdirat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int MkDirAt(FileDescriptor folder, string path, uint mode);

    // int renameat(int olddirfd, const char *oldpath, int newdirfd, const char *newpath);
    [LibraryImport(Library, EntryPoint = "renameat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int RenameAt(FileDescriptor oldFolder, string oldPath, FileDescriptor newFolder, string newPath);

    // int unlinkat(int dirfd, const char *path, int flags);
    [LibraryImport(Library, EntryPoint = "unlinkat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int UnlinkAt(FileDescriptor folder, string path, int flags);

    // int fchmod(int fd, mode_t mode);
    [LibraryImport(Library, EntryPoint = "fchmod", SetLastError = true)]
    public static partial int FChMod(FileDescriptor file, uint mode);

    // int ftruncate(int fd, off_t length);
    [LibraryImport(Library, EntryPoint = "ftruncate", SetLastError = true)]
    public static partial int FTruncate(FileDescriptor file, nint length);

    // int flock(int fd, int operation);
    [LibraryImport(Library, EntryPoint = "flock", SetLastError = true)]
    public static partial int FLock(FileDescriptor file, int operation);

    // int gethostname(char *name, size_t len);
    [LibraryImport(Library, EntryPoint = "gethostname", SetLastError = true)]
    public static partial int GetHostName(Span<byte> name, nuint length);
}
