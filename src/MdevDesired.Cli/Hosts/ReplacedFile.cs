using MdevDesired.Applying;
using MdevDesired.Cli.Input;
using MdevDesired.Linux.Interop;

namespace MdevDesired.Cli.Hosts;

/// <summary>Replaces files at once and whole: a reader, or who looks after a crash, sees the old text or the new one.</summary>
internal static class ReplacedFile
{
    /// <summary>Null, or the error of the system that refused; then the old file is as it was.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="text">The new text.</param>
    /// <param name="mode">Who may read it, or null for what the process gives its files.</param>
    public static Errno? Write(string path, string text, uint? mode = null)
    {
        if (path.Length == 0)
        {
            return Errno.ENOENT;
        }

        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            if (IsDevice(path))
            {
                File.WriteAllText(path, text);
                return null;
            }

            File.WriteAllText(temporary, text);
            if (mode is { } readers)
            {
                using var file = FileDescriptor.Open(null, temporary, OpenFlags.Read, Resolve.Anywhere, out _);
                file?.ChangeMode(readers);
            }

            File.Move(temporary, path, overwrite: true);
            return null;
        }
        catch (Exception refusal) when (FileRefusal.Of(refusal) is { } errno)
        {
            Forget(temporary);
            return errno;
        }
    }

    // To replace /dev/null or /dev/stdout would take it from everybody.
    private static bool IsDevice(string path) => Array.Exists(["/dev/", "/proc/"], folder => Path.GetFullPath(path).StartsWith(folder, StringComparison.Ordinal));

    private static void Forget(string temporary)
    {
        if (File.Exists(temporary))
        {
            File.Delete(temporary);
        }
    }
}
