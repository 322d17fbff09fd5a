using System.Runtime.InteropServices;

namespace MdevDesired.Linux.Interop;

/// <summary>The functions of the C library that start processes; nothing but their prototypes.</summary>
internal static partial class LibcProcesses
{
    private const string Library = "libc";

    // int pipe2(int pipefd[2], int flags);
    [LibraryImport(Library, EntryPoint = "pipe2", SetLastError = true)]
    public static partial int Pipe2(Span<int> ends, int flags);

    // int posix_spawn(pid_t *pid, const char *path, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes,
    //                 char *const argv[], char *const envp[]);   returns the error, errno is not set
    [LibraryImport(Library, EntryPoint = "posix_spawn", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int PosixSpawn(out int pid, string path, Span<byte> actions, Span<byte> attributes, ReadOnlySpan<nint> arguments, ReadOnlySpan<nint> environment);

    // int posix_spawn_file_actions_init(posix_spawn_file_actions_t *actions);
    [LibraryImport(Library, EntryPoint = "posix_spawn_file_actions_init")]
    public static partial int FileActionsInit(Span<byte> actions);

    // int posix_spawn_file_actions_adddup2(posix_spawn_file_actions_t *actions, int fd, int newfd);
    [LibraryImport(Library, EntryPoint = "posix_spawn_file_actions_adddup2")]
    public static partial int FileActionsAddDup2(Span<byte> actions, int file, int number);

    // int posix_spawn_file_actions_destroy(posix_spawn_file_actions_t *actions);
    [LibraryImport(Library, EntryPoint = "posix_spawn_file_actions_destroy")]
    public static partial int FileActionsDestroy(Span<byte> actions);

    // int posix_spawnattr_init(posix_spawnattr_t *attributes);
    [LibraryImport(Library, EntryPoint = "posix_spawnattr_init")]
    public static partial int AttributesInit(Span<byte> attributes);

    // int posix_spawnattr_setflags(posix_spawnattr_t *attributes, short flags);
    [LibraryImport(Library, EntryPoint = "posix_spawnattr_setflags")]
    public static partial int AttributesSetFlags(Span<byte> attributes, short flags);

    // int posix_spawnattr_setsigmask(posix_spawnattr_t *attributes, const sigset_t *mask);
    [LibraryImport(Library, EntryPoint = "posix_spawnattr_setsigmask")]
    public static partial int AttributesSetSignalMask(Span<byte> attributes, ReadOnlySpan<byte> mask);

    // int posix_spawnattr_destroy(posix_spawnattr_t *attributes);
    [LibraryImport(Library, EntryPoint = "posix_spawnattr_destroy")]
    public static partial int AttributesDestroy(Span<byte> attributes);

    // int sigemptyset(sigset_t *set);
    [LibraryImport(Library, EntryPoint = "sigemptyset")]
    public static partial int SignalsNone(Span<byte> set);

    // int sigaddset(sigset_t *set, int signum);
    [LibraryImport(Library, EntryPoint = "sigaddset")]
    public static partial int SignalsAdd(Span<byte> set, int signal);

    // pid_t waitpid(pid_t pid, int *status, int options);
    [LibraryImport(Library, EntryPoint = "waitpid", SetLastError = true)]
    public static partial int WaitPid(int pid, out int status, int options);
}
