using MdevDesired.Cli.Input;
using MdevDesired.Cli.Terminals;
using MdevDesired.Saving;

namespace MdevDesired.Cli.Hosts;

/// <summary>Saves plans, and reads saved ones.</summary>
internal static class SavedPlanFile
{
    // A plan is longer than the documents that it is made from.
    private const int LongestFile = 1024 * 1024 * 1024;

    /// <summary>Replaces the file at once and whole; the code of the failure when it cannot, which the user is told.</summary>
    public static ExitCode? Save(string path, string document, Surroundings surroundings)
    {
        if (ReplacedFile.Write(path, document) is { } errno)
        {
            surroundings.Announce([FileRefusal.NotSaved(path, "plan", errno)]);
            return ExitCode.Error;
        }

        surroundings.Error.Write($"The plan is saved: \"{CommandLine.ProgramName} apply {Diagnostics.UserText.Escape(path)}\" applies it.\n");
        return null;
    }

    /// <summary>Reads one that shall be applied to a host; null when it cannot be, which the user is told.</summary>
    public static SavedPlan? Read(string path, string host, Surroundings surroundings)
    {
        var reader = new InputReader(surroundings.OpenInput, LongestFile);
        reader.ReadFile(path);
        var reading = reader.Files.Sources is [var source] ? SavedPlanReader.Read(source, host) : new(null, null);
        surroundings.Announce([.. reader.Files.Diagnostics, .. reading.Problem is { } problem ? [problem] : Array.Empty<Diagnostics.Diagnostic>()]);
        return reading.Plan;
    }
}
