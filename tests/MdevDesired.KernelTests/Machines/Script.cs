using System.Diagnostics;

namespace MdevDesired.KernelTests.Machines;

/// <summary>Runs one of the repository's shell scripts.</summary>
internal static class Script
{
    /// <summary>Null when it succeeded, else what it printed on standard error.</summary>
    public static string? FailureOf(string path, params string[] arguments)
    {
        var start = new ProcessStartInfo(path, arguments) { RedirectStandardError = true };
        // The test platform's MSBuild settings are for its own process; a `dotnet publish` in the script brings its own.
        foreach (var name in start.Environment.Keys.ToList())
        {
            if (name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))
            {
                start.Environment.Remove(name);
            }
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{path} was not started.");
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : errors.Trim();
    }
}
