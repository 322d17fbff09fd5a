using MdevDesired.Cli;
using MdevDesired.Cli.Terminals;
using MdevDesired.Linux.Interop;
using Xunit;

namespace MdevDesired.Tests.Cli.Terminals;

/// <summary>What stands in the journal, and so in the last lines of <c>systemctl status</c>.</summary>
public sealed class JournalTests : IDisposable
{
    private readonly Session _session = new() { Journal = true };
    private readonly string _host;

    public JournalTests() => _host = _session.File("host.yaml", Examples.Host);

    public void Dispose() => _session.Dispose();

    [Fact]
    public void A_broken_document_is_an_error_with_file_line_and_column()
    {
        var broken = _session.File("broken.yaml", Examples.One.Replace("kind:", "knid:", StringComparison.Ordinal));
        Assert.Equal(ExitCode.InvalidInput, _session.Run("apply", "-f", broken, "--observed", _host));
        Assert.Contains($"<3>{broken}:2:1: error MD0012: ", _session.Err, StringComparison.Ordinal);
        Assert.All(Lines(), line => Assert.StartsWith("<3>", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_hint_stands_in_the_line_of_what_it_is_for()
    {
        var broken = _session.File("broken.yaml", Examples.One.Replace("kind:", "knid:", StringComparison.Ordinal));
        Assert.Equal(ExitCode.InvalidInput, _session.Run("apply", "-f", broken, "--observed", _host));
        Assert.Contains(Lines(), line => line.EndsWith(" (hint: did you mean \"kind\"?)", StringComparison.Ordinal));
        Assert.DoesNotContain(Lines(), line => line.StartsWith("<3>  ", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_many_errors_the_last_line_says_how_many_there_are_and_where_the_first_is()
    {
        var broken = _session.File("broken.yaml", Examples.One.Replace("kind:", "knid:", StringComparison.Ordinal).Replace("uuid:", "uiud:", StringComparison.Ordinal));
        Assert.Equal(ExitCode.InvalidInput, _session.Run("apply", "-f", broken, "--observed", _host));
        var errors = Lines().Count(line => line.Contains(": error MD", StringComparison.Ordinal));
        Assert.True(errors > 2, _session.Err);
        Assert.Equal($"<3>Found {errors} errors, the first error at {broken}:1:1.", Lines()[^1]);
    }

    [Fact]
    public void What_is_not_as_desired_has_a_line_and_the_sum_comes_last()
    {
        var absent = _session.File("absent.yaml", Examples.Absent);
        Assert.Equal(ExitCode.Partial, _session.Run("apply", "-f", absent, "--observed", _host));
        Assert.Equal("", _session.Out);
        Assert.Collection(
            Lines(),
            line => Assert.StartsWith($"<3>{absent}:6:7: error MD0100: parent mttz is absent", line, StringComparison.Ordinal),
            line => Assert.Equal("<3>Plan: nothing to change, 1 blocked; 0 in sync.", line));
    }

    [Fact]
    public void A_device_that_fails_has_a_line_with_the_kernels_answer()
    {
        var failing = _session.File("failing.yaml", Examples.One.Replace("type: mtty-1", "type: mtty-1, params: [{ name: nope, value: 1 }]", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Partial, _session.Run("apply", "-f", failing, "--observed", _host));
        Assert.Contains(Lines(), line => line.StartsWith("<3>mtty com-0: failed: write-attribute was refused: write \"1\" to ", StringComparison.Ordinal)
            && line.Contains("/nope: ENOENT (the device is gone, or has no such attribute)", StringComparison.Ordinal));
        Assert.Equal("<3>Applied: 1 failed; 0 were in sync. Not as desired yet.", Lines()[^1]);
    }

    [Fact]
    public void Success_is_no_error()
    {
        var one = _session.File("one.yaml", Examples.One);
        Assert.Equal(ExitCode.Done, _session.Run("apply", "-f", one, "--observed", _host));
        Assert.Equal(["[1/1] mtty com-0: created", "<5>Applied: 1 created; 0 were in sync."], Lines());
    }

    [Fact]
    public void Documents_are_results_in_the_journal_too()
    {
        var one = _session.File("one.yaml", Examples.One);
        Assert.Equal(ExitCode.Done, _session.Run("apply", "-f", one, "--observed", _host, "-o", "json"));
        Assert.StartsWith("{", _session.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_stream_is_known_by_device_and_inode()
    {
        var path = _session.File("journal", "");
        using var stream = File.OpenRead(path);
        var number = (int)stream.SafeFileHandle.DangerousGetHandle();
        using var file = FileDescriptor.Given(number);
        Assert.False(file.Status(out var status).Failed);

        Assert.True(JournalStream.Is(number, $"{DeviceOf(path)}:{status.Inode}"));
        Assert.False(JournalStream.Is(number, $"{DeviceOf(path)}:{status.Inode + 1}"));
        Assert.False(JournalStream.Is(number, $"{status.Device + 1}:{status.Inode}"));
        Assert.False(JournalStream.Is(number, ""));
        Assert.False(JournalStream.Is(number, null));
        Assert.False(JournalStream.Is(-1, $"{status.Device}:{status.Inode}"));
    }

    // stat(1) has st_dev from glibc, not from the code under test.
    private static string DeviceOf(string path) => Commands.Output("stat", "-c", "%d", path).Trim();

    private string[] Lines() => _session.Err.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
