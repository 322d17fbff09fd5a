using MdevDesired.Applying;
using MdevDesired.Cli.Input;

namespace MdevDesired.Cli.Hosts;

/// <summary>Replaces files at once and whole: a reader, or who looks after a crash, sees the old text or the new one.</summary>
internal static class ReplacedFile
{
    /// <summary>Null, or the error of the system that refused; then the old file is as it was.</summary>
    public static Errno? Write(string path, string text)
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
