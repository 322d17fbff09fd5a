using System.Diagnostics;

namespace MdevDesired.Tests;

/// <summary>Runs commands of this machine for what they print.</summary>
internal static class Commands
{
    /// <summary>Whether there is such a command.</summary>
    public static bool Exist(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, name)));

    /// <summary>What a command that must succeed prints on standard output; it must print nothing on standard error.</summary>
    public static string Output(string command, params string[] arguments)
    {
        var (code, output, complaint) = Run(command, arguments);
        return code == 0 && complaint.Length == 0
            ? output
            : throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} ended with {code}: {complaint}");
    }

    public static (int Code, string Output, string Complaint) Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var complaint = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, complaint.GetAwaiter().GetResult());
    }
}
