using MdevDesired.Linux.Interop;

namespace MdevDesired.Cli.Terminals;

/// <summary>Tells whether a stream goes to systemd's journal.</summary>
internal static class JournalStream
{
    /// <summary>The variable that systemd sets, inherited also by those whose streams were directed elsewhere since.</summary>
    public const string Variable = "JOURNAL_STREAM";

    /// <summary>Whether the stream is the one that the variable names, by device and inode (systemd.exec(5)).</summary>
    /// <param name="number">Its descriptor.</param>
    /// <param name="value">What the variable says; null when it is not set.</param>
    public static bool Is(int number, string? value)
    {
        if (value is null)
        {
            return false;
        }

        using var file = FileDescriptor.Given(number);
        return !file.Status(out var status).Failed && value == $"{status.Device}:{status.Inode}";
    }
}
