using System.Globalization;
using System.Text;
using MdevDesired.Linux.Interop;
using MdevDesired.Model;

namespace MdevDesired.Linux.Processes;

/// <summary>When processes started (man 5 proc): what tells one from a later one of the same number.</summary>
internal static class ProcessTimes
{
    private const int LongestLine = 1024;

    // The fields after the command, which stands in parentheses and may hold anything: state is the first, starttime the 20th.
    private const int StartTime = 19;

    /// <summary>The process of that number as it is now; started at 0 when there is none.</summary>
    public static ProcessIdentity IdentityOf(int pid)
    {
        using var proc = Folder.Open(HostRoot.Running.Proc);
        using var file = proc?.OpenFile($"{pid}/stat", OpenFlags.Read, Resolve.NoLinks, out _);
        Span<byte> line = stackalloc byte[LongestLine];
        return new(pid, file?.Read(line) is { Failed: false, Value: var length } ? Started(Encoding.UTF8.GetString(line[..(int)length])) : 0);
    }

    /// <summary>Whether that very process still runs.</summary>
    public static bool Runs(ProcessIdentity process) => process.Started != 0 && IdentityOf(process.Pid) == process;

    private static ulong Started(string line)
    {
        var fields = line[(line.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > StartTime && fields[0] != "Z"
            && ulong.TryParse(fields[StartTime], NumberStyles.None, CultureInfo.InvariantCulture, out var started)
            ? started
            : 0;
    }
}
