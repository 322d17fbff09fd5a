using MdevDesired.Applying;
using MdevDesired.Diagnostics;

namespace MdevDesired.Cli.Input;

/// <summary>Finds the kernel's answer in what .NET made of it.</summary>
internal static class FileRefusal
{
    /// <summary>The error of a refused file operation, or null when the exception is something else.</summary>
    /// <remarks>On Unix the HResult of an IOException is errno, where .NET has no exception of its own for it.</remarks>
    public static Errno? Of(Exception refusal) => refusal switch
    {
        FileNotFoundException or DirectoryNotFoundException => Errno.ENOENT,
        PathTooLongException => Errno.ENAMETOOLONG,
        UnauthorizedAccessException { InnerException: IOException inner } => (Errno)inner.HResult,
        UnauthorizedAccessException => Errno.EACCES,
        IOException other => Enum.IsDefined((Errno)other.HResult) ? (Errno)other.HResult : Errno.EIO,
        _ => null,
    };

    public static Diagnostic Diagnose(string path, Errno errno) => errno == Errno.ENOENT
        ? new(InputCodes.Missing, Severity.Error, null, $"{path}: no such file or folder (ENOENT)")
        : new(InputCodes.Unreadable, Severity.Error, null, $"{path}: the file cannot be read: {errno}", ErrnoMeaning.Hint(errno));

    /// <param name="path">Where it should have been written to.</param>
    /// <param name="what">What should have been saved.</param>
    /// <param name="errno">The refusal.</param>
    public static Diagnostic NotSaved(string path, string what, Errno errno) =>
        new(InputCodes.NotSaved, Severity.Error, null, $"{path}: the {what} cannot be saved: {errno}", ErrnoMeaning.Hint(errno));
}
