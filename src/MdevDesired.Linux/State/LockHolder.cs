using System.Globalization;
using System.Text;
using MdevDesired.Linux.Interop;
using MdevDesired.Linux.Processes;

namespace MdevDesired.Linux.State;

/// <summary>The process that has the host's lock.</summary>
/// <param name="Pid">Its number.</param>
/// <param name="Command">Its command, as ps(1) shows it.</param>
internal sealed record LockHolder(int Pid, string Command)
{
    private const int LongestRecord = 256;

    /// <summary>The text that a holder leaves in the lock's file.</summary>
    public static string Record() => $"{Environment.ProcessId} {CommandOf(Environment.ProcessId)}\n";

    /// <summary>
    /// The holder by the text in the lock's file; null when it is not known. A number whose process is gone, or is another program
    /// by now, is no holder: a run that was killed leaves its text.
    /// </summary>
    public static LockHolder? From(FileDescriptor lockFile) =>
        Line(lockFile)?.Split(' ', 2) is [var number, var command]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
        && CommandOf(pid) == command
            ? new LockHolder(pid, command)
            : null;

    // Processes are always those of the running host: --root names files, and cannot name what runs.
    private static string? CommandOf(int pid)
    {
        using var proc = Folder.Open(HostRoot.Running.Proc);
        return proc is null ? null : ProcessFiles.CommandOf(proc, pid);
    }

    private static string? Line(FileDescriptor file)
    {
        Span<byte> text = stackalloc byte[LongestRecord];
        var answer = file.Read(text);
        return answer.Failed ? null : Encoding.UTF8.GetString(text[..(int)answer.Value]).TrimEnd('\n');
    }
}
