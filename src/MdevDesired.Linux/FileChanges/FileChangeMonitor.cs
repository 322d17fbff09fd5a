using MdevDesired.Applying;
using MdevDesired.Linux.Interop;

namespace MdevDesired.Linux.FileChanges;

/// <summary>
/// Listens to changes of files and folders: written, renamed, removed, made again, links turned elsewhere. What it tells is a hint; what is
/// in the files is the truth. For one thread.
/// </summary>
internal sealed class FileChangeMonitor : IDisposable
{
    // include/uapi/linux/inotify.h: what changes what a reader of the path would see.
    private const uint Mask = 0x4 | 0x8 | 0x40 | 0x80 | 0x100 | 0x200 | 0x400 | 0x800 | OnlyFolders;
    private const uint OnlyFolders = 0x01000000;

    // A watch that is gone: its folder was removed, or it is one that this monitor gave up.
    private const uint Gone = 0x8000;

    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(2);

    private readonly InotifyDescriptor _inotify = InotifyDescriptor.Open();
    private readonly IReadOnlyList<string> _paths;
    private readonly Func<string, IEnumerable<string>> _documents;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private Dictionary<int, HashSet<string>?> _watches = [];

    /// <param name="paths">Files and folders, absent ones too.</param>
    /// <param name="documents">The paths of the files to be read in a folder.</param>
    /// <exception cref="KernelException">The kernel refused.</exception>
    public FileChangeMonitor(IReadOnlyList<string> paths, Func<string, IEnumerable<string>> documents)
    {
        (_paths, _documents) = (paths, documents);
        Arm();
    }

    /// <summary>Waits for a change; false when the time ran out.</summary>
    /// <exception cref="KernelException">The kernel refused.</exception>
    /// <exception cref="OperationCanceledException">The caller no longer waits.</exception>
    public bool Next(TimeSpan patience, CancellationToken stop)
    {
        for (var left = patience; left > TimeSpan.Zero; left -= Slice)
        {
            stop.ThrowIfCancellationRequested();
            if (HasEvents(left < Slice ? left : Slice) && Concerns(Read()))
            {
                Arm();
                return true;
            }
        }

        return false;
    }

    public void Dispose() => _inotify.Dispose();

    private bool HasEvents(TimeSpan patience) => _inotify.Wait((int)patience.TotalMilliseconds) is { Failed: false, Value: > 0 };

    private IReadOnlyList<FileEvent> Read() => _inotify.Read(_buffer) switch
    {
        { Errno: null, Value: var length } => FileEvent.Parse(_buffer.AsSpan(0, (int)length)),
        { Errno: Errno.EAGAIN } => [],
        { Errno: { } errno } => throw new KernelException("read", "inotify", errno),
    };

    // Where the kernel dropped events anything may have changed.
    private bool Concerns(IReadOnlyList<FileEvent> events) => events.Any(file =>
        file.Watch == -1
        || (_watches.TryGetValue(file.Watch, out var names) && (names is null || file.Name.Length == 0 || (file.Mask & Gone) != 0 || names.Contains(file.Name))));

    // Folders come and go with what has changed. What is in a new one before it is watched is found by going round once more.
    private void Arm()
    {
        bool isNew;
        do
        {
            var watches = new Dictionary<int, HashSet<string>?>();
            foreach (var (folder, names) in WatchedFolders.Of(_paths, _documents).Folders)
            {
                Add(watches, folder, names);
            }

            isNew = watches.Keys.Any(watch => !_watches.ContainsKey(watch));
            foreach (var watch in _watches.Keys.Where(watch => !watches.ContainsKey(watch)))
            {
                _inotify.Remove(watch);
            }

            _watches = watches;
        }
        while (isNew);
    }

    // One folder may be reached by several paths. One that went away meanwhile is told of by the folder above it.
    private void Add(Dictionary<int, HashSet<string>?> watches, string folder, HashSet<string>? names)
    {
        var answer = _inotify.Add(folder, Mask);
        if (answer.Errno is Errno.ENOSPC or Errno.ENOMEM)
        {
            throw new KernelException("watch", folder, answer.Errno.Value, "fs.inotify.max_user_watches is reached");
        }

        if (!answer.Failed)
        {
            var watch = (int)answer.Value;
            watches[watch] = watches.TryGetValue(watch, out var others) ? (names is null || others is null ? null : [.. names, .. others]) : names;
        }
    }
}
