using System.Diagnostics;
using System.Text;
using MdevDesired.Applying;
using MdevDesired.Linux.Interop;

namespace MdevDesired.Linux.State;

/// <summary>
/// The lock by which one run at a time changes the host: <c>flock(2)</c> on <c>run/mdev-desired/lock</c>. The kernel gives it
/// back when the process ends, however it ends.
/// </summary>
internal sealed class HostLock : IDisposable
{
    private const string RunName = "lock";
    private const string ServiceName = "watch.lock";
    private const uint Mode = 0b110_000_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly FileDescriptor _file;

    private HostLock(FileDescriptor file) => _file = file;

    /// <summary>Takes the lock, waiting for it at most so long.</summary>
    /// <exception cref="HostLockedException">Somebody still has it then.</exception>
    /// <exception cref="KernelException">The lock's file could not be opened or locked.</exception>
    /// <exception cref="OperationCanceledException">The wait was given up.</exception>
    public static HostLock Acquire(HostRoot root, TimeSpan wait, CancellationToken cancellation = default) =>
        Take(root, RunName, wait, cancellation, out var holder) ?? throw new HostLockedException(holder, wait);

    /// <summary>
    /// Takes the place of the one service that keeps the host, by a lock of its own: two with different documents would undo each
    /// other's work for ever.
    /// </summary>
    /// <exception cref="HostLockedException">Another has it.</exception>
    /// <exception cref="KernelException">The lock's file could not be opened or locked.</exception>
    public static HostLock BeService(HostRoot root) =>
        Take(root, ServiceName, TimeSpan.Zero, default, out var holder) ?? throw HostLockedException.ByService(holder);

    public void Dispose()
    {
        if (!_file.IsClosed)
        {
            _file.Truncate();
        }

        _file.Dispose();
    }

    private static HostLock? Take(HostRoot root, string name, TimeSpan wait, CancellationToken cancellation, out LockHolder? holder)
    {
        var file = OpenFile(root, name);
        try
        {
            if (Wait(file, $"{StateFolder.PathUnder(root)}/{name}", wait, cancellation))
            {
                Sign(file);
                holder = null;
                return new HostLock(file);
            }

            holder = LockHolder.From(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }

        file.Dispose();
        return null;
    }

    private static FileDescriptor OpenFile(HostRoot root, string name)
    {
        using var folder = StateFolder.OpenOrMake(root);
        return folder.OpenFile(name, OpenFlags.ReadWriteOrCreate, Resolve.NoLinks, out var errno, Mode)
            ?? throw new KernelException("open the lock", folder.PathOf(name), errno);
    }

    private static bool Wait(FileDescriptor file, string path, TimeSpan wait, CancellationToken cancellation)
    {
        // flock(2) has no time limit of its own, and a signal to end it could hit any thread.
        var clock = Stopwatch.StartNew();
        while (!TryLock(file, path))
        {
            if (clock.Elapsed >= wait)
            {
                return false;
            }

            cancellation.WaitHandle.WaitOne(Pause);
            cancellation.ThrowIfCancellationRequested();
        }

        return true;
    }

    private static bool TryLock(FileDescriptor file, string path) => file.TryLock().Errno switch
    {
        null => true,
        Errno.EAGAIN or Errno.EINTR => false,
        { } errno => throw new KernelException("lock", path, errno),
    };

    // The name of the holder is a courtesy: a full file system must not keep anybody from the lock.
    private static void Sign(FileDescriptor file)
    {
        file.Truncate();
        file.Write(Encoding.UTF8.GetBytes(LockHolder.Record()));
    }
}
