using MdevDesired.Applying;
using MdevDesired.Cli.Input;
using MdevDesired.Cli.Terminals;
using MdevDesired.Diagnostics;
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
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllText(temporary, ObservedStateDocument.Render(syntax, snapshot));
            File.Move(temporary, path, overwrite: true);
            return null;
        }
        catch (Exception refusal) when (FileRefusal.Of(refusal) is { } errno)
        {
            Forget(temporary);
            surroundings.Announce([new(InputCodes.NotSaved, Severity.Error, null, $"{path}: the snapshot cannot be saved: {errno}", ErrnoMeaning.Hint(errno))]);
            return ExitCode.Error;
        }
    }

    private static void Forget(string temporary)
    {
        if (File.Exists(temporary))
        {
            File.Delete(temporary);
        }
    }
}
