using System.Runtime.InteropServices;

namespace MdevDesired.Linux.Interop;

/// <summary>The functions of the C library that tell of changed files (inotify(7)); nothing but their prototypes.</summary>
internal static partial class LibcInotify
{
    private const string Library = "libc";

    // int inotify_init1(int flags);
    [LibraryImport(Library, EntryPoint = "inotify_init1", SetLastError = true)]
    public static partial int Init(int flags);

    // int inotify_add_watch(int fd, const char *pathname, uint32_t mask);
    [LibraryImport(Library, EntryPoint = "inotify_add_watch", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int AddWatch(InotifyDescriptor inotify, string path, uint mask);

    // int inotify_rm_watch(int fd, int wd);
    [LibraryImport(Library, EntryPoint = "inotify_rm_watch", SetLastError = true)]
    public static partial int RemoveWatch(InotifyDescriptor inotify, int watch);

    // ssize_t read(int fd, void *buf, size_t count);
    [LibraryImport(Library, EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(InotifyDescriptor inotify, Span<byte> buffer, nuint count);
}
