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
    private const string Name = "lock";
    private const uint Mode = 0b110_000_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly FileDescriptor _file;

    private HostLock(FileDescriptor file) => _file = file;

    /// <summary>Takes the lock, waiting for it at most so long.</summary>
    /// <exception cref="HostLockedException">Somebody still has it then.</exception>
    /// <exception cref="KernelException">The lock's file could not be opened or locked.</exception>
    /// <exception cref="OperationCanceledException">The wait was given up.</exception>
    public static HostLock Acquire(HostRoot root, TimeSpan wait, CancellationToken cancellation = default)
    {
        var file = OpenFile(root);
        try
        {
            if (!Wait(file, root, wait, cancellation))
            {
                throw new HostLockedException(LockHolder.From(file), wait);
            }

            Sign(file);
            return new HostLock(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (!_file.IsClosed)
        {
            _file.Truncate();
        }

        _file.Dispose();
    }

    private static FileDescriptor OpenFile(HostRoot root)
    {
        using var folder = StateFolder.OpenOrMake(root);
        return folder.OpenFile(Name, OpenFlags.ReadWriteOrCreate, Resolve.NoLinks, out var errno, Mode)
            ?? throw new KernelException("open the lock", folder.PathOf(Name), errno);
    }

    private static bool Wait(FileDescriptor file, HostRoot root, TimeSpan wait, CancellationToken cancellation)
    {
        // flock(2) has no time limit of its own, and a signal to end it could hit any thread.
        var clock = Stopwatch.StartNew();
        while (!TryLock(file, root))
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

    private static bool TryLock(FileDescriptor file, HostRoot root) => file.TryLock().Errno switch
    {
        null => true,
        Errno.EAGAIN or Errno.EINTR => false,
        { } errno => throw new KernelException("lock", $"{StateFolder.PathUnder(root)}/{Name}", errno),
    };

    // The name of the holder is a courtesy: a full file system must not keep anybody from the lock.
    private static void Sign(FileDescriptor file)
    {
        file.Truncate();
        file.Write(Encoding.UTF8.GetBytes(LockHolder.Record()));
    }
}
