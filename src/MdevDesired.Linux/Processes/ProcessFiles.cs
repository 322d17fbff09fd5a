using System.Globalization;
using System.Text;
using MdevDesired.Applying;
using MdevDesired.Linux.Interop;

namespace MdevDesired.Linux.Processes;

/// <summary>
/// What the processes of this host have open: the links in <c>/proc/PID/fd</c> (man 5 proc). Those that may not be looked at, as an
/// ordinary user may not at others', are passed over, which <see cref="SawEveryProcess"/> tells afterwards.
/// </summary>
/// <param name="proc">The folder of <c>/proc</c>.</param>
internal sealed class ProcessFiles(Folder proc)
{
    private const int BufferSize = 32 * 1024;
    private const int LongestCommand = 64;

    /// <summary>Whether none of those that were walked through was hidden.</summary>
    public bool SawEveryProcess { get; private set; } = true;

    /// <summary>Every process that has one of the paths open, and which.</summary>
    /// <param name="paths">Absolute paths as the kernel shows them.</param>
    public IEnumerable<(int Pid, string Command, string Path)> Holding(IReadOnlyCollection<string> paths)
    {
        foreach (var pid in Pids())
        {
            foreach (var path in OpenPaths(pid).Where(paths.Contains).Distinct().Order(StringComparer.Ordinal))
            {
                yield return (pid, CommandOf(proc, pid) ?? "?", path);
            }
        }
    }

    /// <summary>The command of a process, as ps(1) shows it; null when it is gone.</summary>
    public static string? CommandOf(Folder proc, int pid)
    {
        using var file = proc.OpenFile($"{pid}/comm", OpenFlags.Read, Resolve.NoLinks, out _);
        Span<byte> text = stackalloc byte[LongestCommand];
        var answer = file?.Read(text);
        return answer is { Failed: false, Value: var length } ? Encoding.UTF8.GetString(text[..(int)length]).TrimEnd('\n') : null;
    }

    private List<int> Pids()
    {
        var pids = new List<int>();
        foreach (var entry in proc.Entries(new byte[BufferSize]))
        {
            if (int.TryParse(entry.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var pid))
            {
                pids.Add(pid);
            }
        }

        return pids;
    }

    private List<string> OpenPaths(int pid)
    {
        try
        {
            using var folder = proc.OpenFolder($"{pid}/fd", Resolve.NoLinks);
            return folder is null ? [] : Descriptors(folder).ConvertAll(name => PathOf(folder, name)).OfType<string>().ToList();
        }
        catch (KernelException refusal) when (refusal.Errno is Errno.EACCES or Errno.EPERM)
        {
            // Another user's process: nothing of it can be known.
            SawEveryProcess = false;
            return [];
        }
    }

    private static string? PathOf(Folder folder, string descriptor)
    {
        try
        {
            return folder.ReadLink(descriptor);
        }
        catch (KernelException refusal) when (refusal.Errno is Errno.EACCES or Errno.EPERM or Errno.ENAMETOOLONG)
        {
            // Not to be known, or longer than the path of any device.
            return null;
        }
    }

    private static List<string> Descriptors(Folder folder)
    {
        var names = new List<string>();
        foreach (var entry in folder.Entries(new byte[BufferSize]))
        {
            if (entry.IsLink)
            {
                names.Add(Encoding.ASCII.GetString(entry.Name));
            }
        }

        return names;
    }
}
