using System.Diagnostics;

namespace MdevDesired.Tests.Linux;

/// <summary>Runs the commands of the host that tests arrange their scenes with.</summary>
internal static class Shell
{
    /// <summary>Runs a command that must succeed.</summary>
    public static void Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        var complaint = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command} {string.Join(' ', arguments)}: {complaint}");
        }
    }
}
