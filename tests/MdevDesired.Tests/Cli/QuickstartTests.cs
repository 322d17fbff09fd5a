using MdevDesired.Cli;
using Xunit;

namespace MdevDesired.Tests.Cli;

/// <summary>The README's first command, line by line.</summary>
public sealed class QuickstartTests : IDisposable
{
    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Plans_applies_and_has_nothing_to_do_the_second_time()
    {
        var runs = File.ReadLines(Path.Combine(RepositoryFolder.Root, "examples/quickstart.sh"))
            .Where(line => line.StartsWith("run ", StringComparison.Ordinal))
            .Select(line => line.Replace("\"", "", StringComparison.Ordinal).Split(' ').Skip(1).Select(Located).ToArray())
            .ToList();
        Assert.Equal(["plan", "apply", "apply"], runs.Select(arguments => arguments[0]));

        Assert.Equal(ExitCode.Done, _session.Run(runs[0]));
        Assert.Contains("Plan: 3 to create", _session.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, _session.Run(runs[1]));
        Assert.Contains("Verified: the host is as desired", _session.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, _session.Run(runs[2]));
        Assert.StartsWith("Nothing to do: 3 sub devices are as desired", _session.Out, StringComparison.Ordinal);
    }

    private string Located(string argument) => argument
        .Replace("$host", _session.Folder, StringComparison.Ordinal)
        .Replace("examples/", $"{RepositoryFolder.Root}/examples/", StringComparison.Ordinal);
}
