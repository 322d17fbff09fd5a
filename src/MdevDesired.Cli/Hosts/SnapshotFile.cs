using MdevDesired.Cli.Input;
using MdevDesired.Cli.Terminals;
using MdevDesired.Model;
using MdevDesired.Rendering.Observations;
using MdevDesired.Rendering.Trees;

namespace MdevDesired.Cli.Hosts;

/// <summary>Saves the snapshot of a simulated host.</summary>
internal static class SnapshotFile
{
    /// <summary>Replaces the file at once and whole; the code of the failure when it cannot, which the user is told.</summary>
    public static ExitCode? Save(string path, HostSnapshot snapshot, Surroundings surroundings)
    {
        var syntax = Path.GetExtension(path) == ".json" ? TreeSyntax.Json : TreeSyntax.Yaml;
        if (ReplacedFile.Write(path, ObservedStateDocument.Render(syntax, snapshot)) is not { } errno)
        {
            return null;
        }

        surroundings.Announce([FileRefusal.NotSaved(path, "snapshot", errno)]);
        return ExitCode.Error;
    }
}
