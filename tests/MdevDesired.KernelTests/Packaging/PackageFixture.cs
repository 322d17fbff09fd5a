using System.Diagnostics;
using MdevDesired.KernelTests.Machines;
using Xunit;

namespace MdevDesired.KernelTests.Packaging;

/// <summary>The Debian package of the published program, built once and unpacked.</summary>
public sealed class PackageFixture : IAsyncLifetime
{
    /// <summary>A folder that goes when the tests are over.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("mdev-desired-package-").FullName;

    /// <summary>The package; empty where the tests are skipped.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Where it is unpacked.</summary>
    public string Root => System.IO.Path.Combine(Folder, "root");

    internal static string Program => MachineParts.InRepository("src/MdevDesired.Cli/bin/Release/net10.0/linux-x64/publish/mdev-desired");

    public async Task InitializeAsync()
    {
        if (MachineParts.MaySkip && MachineParts.Missing is not null)
        {
            return;
        }

        await MachineParts.BuildAsync();
        Path = Build("first");
        Output("dpkg-deb", "-x", Path, Root);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Builds the package and gives its path.</summary>
    /// <param name="into">The folder for it.</param>
    /// <param name="program">What is packaged; null for the published program.</param>
    internal string Build(string into, string? program = null) => Output(
        "env", $"RUNS={Program}", MachineParts.InRepository("src/packaging/build-deb.sh"), program ?? Program, System.IO.Path.Combine(Folder, into)).Trim();

    /// <summary>What a command that must succeed prints, its complaints at the end.</summary>
    internal static string Output(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start)!;
        var complaint = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output + complaint.GetAwaiter().GetResult()
            : throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} ended with {process.ExitCode}: {output}{complaint.GetAwaiter().GetResult()}");
    }
}
