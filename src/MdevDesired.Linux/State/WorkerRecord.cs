using System.Globalization;
using System.Text;
using MdevDesired.Applying;
using MdevDesired.Linux.Interop;
using MdevDesired.Model;

namespace MdevDesired.Linux.State;

/// <summary>
/// Remembers in <c>run/mdev-desired/worker</c> which process performs the actions of the latest run: after a kill that process may
/// still be at the last of them.
/// </summary>
internal static class WorkerRecord
{
    private const string Name = "worker";
    private const uint Mode = 0b110_000_000;

    /// <exception cref="KernelException">It could not be written.</exception>
    public static void Write(HostRoot root, ProcessIdentity worker)
    {
        using var folder = StateFolder.OpenOrMake(root);
        folder.Unlink(Name);
        using var file = folder.OpenFile(Name, OpenFlags.CreateNew, Resolve.NoLinks, out var errno, Mode);
        if ((file is null ? errno : WholeFile.Write(file, Encoding.ASCII.GetBytes($"{worker.Pid} {worker.Started}\n"))) is { } refused)
        {
            throw new KernelException("write", folder.PathOf(Name), refused);
        }
    }

    /// <summary>The process, or null when none is known.</summary>
    /// <exception cref="KernelException">The record is there and cannot be read.</exception>
    public static ProcessIdentity? Read(HostRoot root)
    {
        using var folder = StateFolder.Open(root);
        using var file = folder?.OpenFile(Name, OpenFlags.Read, Resolve.NoLinks, out _);
        return file is not null
            && Encoding.ASCII.GetString(WholeFile.Read(file, folder!.PathOf(Name))).Split(' ', '\n') is [var pid, var started, ..]
            && int.TryParse(pid, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && ulong.TryParse(started, NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            ? new ProcessIdentity(number, time)
            : null;
    }
}
