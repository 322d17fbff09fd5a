using MdevDesired.Applying;
using MdevDesired.Cli.Hosts;
using MdevDesired.Linux;
using MdevDesired.Linux.State;
using MdevDesired.Rendering.Trees;
using MdevDesired.Rendering.Watching;
using MdevDesired.Reporting.Watching;
using Serilog;

namespace MdevDesired.Cli.Watching.Telling;

/// <summary>Writes how the service stands into files for others: the status file, and the metrics for node_exporter.</summary>
internal sealed class StatusFiles(WatchOptions options, ILogger log)
{
    private const uint Readers = 0b110_100_100;

    private readonly Dictionary<string, Errno?> _refusals = [];

    public void Hear(WatchStatus status)
    {
        var document = WatchStatusDocument.Render(TreeSyntax.Json, status);
        if (options.StatusFile is { } file)
        {
            Write(file, document);
        }
        else if (UsualFolder() is { } folder)
        {
            Write($"{folder}/status.json", document);
        }

        if (options.Textfile is { } textfile)
        {
            Write(textfile, WatchMetrics.Render(status));
        }
    }

    private void Write(string path, string text) => Take(path, ReplacedFile.Write(path, text, Readers));

    private string? UsualFolder()
    {
        var root = new HostRoot(options.Root);
        try
        {
            StateFolder.OpenOrMake(root).Dispose();
            return StateFolder.PathUnder(root);
        }
        catch (KernelException refusal)
        {
            Take(StateFolder.PathUnder(root), refusal.Errno);
            return null;
        }
    }

    // Told once, until it goes well again.
    private void Take(string path, Errno? errno)
    {
        if (errno is { } refusal && _refusals.GetValueOrDefault(path) != refusal)
        {
            Tell(path, refusal);
        }

        _refusals[path] = errno;
    }

    private void Tell(string path, Errno errno) => log.Warning(
        "{Code:l}: {Path:l} cannot be written: {Errno:l} (hint: {Hint:l})", WatchCodes.NotTold.ToString(), path, errno.ToString(), Hint(errno));

    // The units let the program write to few places.
    private static string Hint(Errno errno) => errno switch
    {
        Errno.ENOENT => "the folder that shall hold it is missing",
        Errno.EROFS => "under systemd, ReadWritePaths= of the unit names the folders that it may write to",
        _ => ErrnoMeaning.Hint(errno) ?? "tried again whenever there is news",
    };
}
