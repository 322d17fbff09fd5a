using MdevDesired.Cli;
using MdevDesired.Linux.State;
using MdevDesired.Tests.Linux;
using Xunit;

namespace MdevDesired.Tests.Cli;

public sealed class ExitCodeTests : IDisposable
{
    private readonly Session _session = new();
    private readonly string _host;
    private readonly string _one;

    public ExitCodeTests()
    {
        _host = _session.File("host.yaml", Examples.Host);
        _one = _session.File("one.yaml", Examples.One);
    }

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("version")]
    [InlineData("explain")]
    [InlineData("explain", "MD0100")]
    [InlineData("--help")]
    [InlineData("apply", "--help")]
    [InlineData("--version")]
    public void Information_ends_with_0(params string[] args)
    {
        Assert.Equal(ExitCode.Done, _session.Run(args));
        Assert.NotEqual("", _session.Out);
        Assert.Equal("", _session.Err);
    }

    [Theory]
    [InlineData("pln", "did you mean \"plan\"?")]
    [InlineData("plan --prent mtty", "did you mean \"--parent\"?")]
    [InlineData("plan -o jsn", "did you mean \"json\"?")]
    [InlineData("plan --wait 3s", "Unrecognized")]
    [InlineData("plan --parent a/b/c", "has more than one")]
    [InlineData("apply --lock-timeout soon", "is no duration")]
    [InlineData("apply --observed-out x", "goes with --observed")]
    [InlineData("plan --root /no/such/folder", "is no folder")]
    [InlineData("plan --out", "Required argument missing")]
    [InlineData("status -o sarif", "is none of text, json, yaml, prometheus")]
    [InlineData("apply a.plan b.plan", "Unrecognized")]
    [InlineData("apply a.plan --prune-removed", "exclude each other")]
    [InlineData("apply -f a.yaml --rolback", "did you mean \"--rollback\"?")]
    [InlineData("apply --dry-rum", "did you mean \"--dry-run\"?")]
    [InlineData("explain MD9999", "there is no diagnostic")]
    [InlineData("explain nonsense", "there is no diagnostic")]
    [InlineData("", "mdev-desired --help")]
    public void A_wrong_command_line_ends_with_3(string line, string says)
    {
        Assert.Equal(ExitCode.InvalidInput, _session.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Contains(says, _session.Err, StringComparison.Ordinal);
        Assert.Equal("", _session.Out);
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("plan")]
    [InlineData("apply")]
    [InlineData("status")]
    public void A_missing_file_ends_with_3(string verb)
    {
        Assert.Equal(ExitCode.InvalidInput, _session.Run(verb, "-f", "/no/such/file.yaml"));
        Assert.Contains("error MD0400: /no/such/file.yaml: no such file or folder (ENOENT)", _session.Out + _session.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_snapshot_ends_with_3() => Assert.Equal(ExitCode.InvalidInput, _session.Run("show", "--observed", "/no/such/file.yaml"));

    [Fact]
    public void An_invalid_document_ends_with_3()
    {
        var wrong = _session.File("wrong.yaml", Examples.One.Replace("uuid: 1", "uuid: x", StringComparison.Ordinal));
        Assert.Equal(ExitCode.InvalidInput, _session.Run("apply", "-f", wrong, "--observed", _host));
        Assert.Contains($"{wrong}:8:", _session.Err, StringComparison.Ordinal);
        Assert.Equal("", _session.Out);
    }

    [Fact]
    public void A_named_folder_without_documents_ends_with_3()
    {
        _session.File("empty/README.md", "no document");
        _session.File("empty/.hidden.yaml", Examples.One);
        Assert.Equal(ExitCode.InvalidInput, _session.Run("plan", "--observed", _host, "-f", Path.Combine(_session.Folder, "empty")));
        Assert.Contains("MD0402", _session.Err, StringComparison.Ordinal);
    }

    // Whoever opens a pipe waits for its writer.
    [Fact]
    public void A_pipe_in_a_folder_ends_with_3_and_is_not_opened()
    {
        var folder = Path.GetDirectoryName(_session.File("folder/one.yaml", Examples.One))!;
        Shell.Run("mkfifo", Path.Combine(folder, "two.yaml"));
        Assert.Equal(ExitCode.InvalidInput, _session.Run("plan", "--observed", _host, "-f", folder));
        Assert.Contains($"error MD0407: {folder}/two.yaml: no regular file", _session.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_that_the_user_names_is_read()
    {
        var pipe = Path.Combine(_session.Folder, "pipe");
        Shell.Run("mkfifo", pipe);
        // Opening waits for the reader.
        var written = Task.Run(() => File.WriteAllText(pipe, Examples.One));
        Assert.Equal(ExitCode.Done, _session.Run("plan", "--observed", _host, "-f", pipe));
        await written;
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("apply")]
    public void An_absent_default_folder_is_a_note_and_0(string verb)
    {
        Assert.Equal(ExitCode.Done, _session.Run(verb, "--root", _session.Folder, "--observed", _host));
        Assert.Contains("note MD0403", _session.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_folder_is_under_the_root()
    {
        _session.File("etc/mdev-desired/one.yaml", Examples.One);
        _session.Run("plan", "--root", _session.Folder, "--observed", _host);
        Assert.Contains("1 to create", _session.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Pending_changes_end_with_2_when_that_is_asked_for()
    {
        Assert.Equal(ExitCode.Done, _session.Run("plan", "-f", _one, "--observed", _host));
        Assert.Equal(ExitCode.Pending, _session.Run("plan", "-f", _one, "--observed", _host, "--exit-code"));
    }

    [Fact]
    public void A_blocked_plan_ends_with_2_when_that_is_asked_for()
    {
        var absent = _session.File("absent.yaml", Examples.Absent);
        Assert.Equal(ExitCode.Done, _session.Run("plan", "-f", absent, "--observed", _host));
        Assert.Equal(ExitCode.Pending, _session.Run("plan", "-f", absent, "--observed", _host, "--exit-code"));
    }

    // The first lane is applied before the wait, on the same host as the last look.
    [Fact]
    public void A_parent_that_does_not_come_in_time_makes_apply_end_with_4()
    {
        _session.File("sys/kernel", "");
        var absent = _session.File("absent.yaml", Examples.Absent);
        Assert.Equal(ExitCode.Partial, _session.Run("apply", "-f", absent, "--root", _session.Folder, "--wait", "1s"));
        Assert.Contains("Waiting for ", _session.Err, StringComparison.Ordinal);
        Assert.DoesNotContain("internal error", _session.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void An_absent_parent_makes_apply_end_with_4()
    {
        var absent = _session.File("absent.yaml", Examples.Absent);
        Assert.Equal(ExitCode.Partial, _session.Run("apply", "-f", absent, "--observed", _host));
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("apply")]
    [InlineData("apply", "--dry-run")]
    public void A_plan_without_room_is_refused_with_1(params string[] verb)
    {
        var three = _session.File("three.yaml", Examples.Three);
        Assert.Equal(ExitCode.Error, _session.Run([.. verb, "-f", three, "--observed", _host]));
        Assert.Contains("Refused", _session.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupt_ends_with_130()
    {
        _session.Interrupted = true;
        Assert.Equal(ExitCode.Interrupted, _session.Run("apply", "-f", _one, "--observed", _host));
        Assert.Contains("interrupted", _session.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_held_lock_ends_with_5_and_says_who_has_it()
    {
        using var held = HostLock.Acquire(new(_session.Folder), TimeSpan.Zero);
        Assert.Equal(ExitCode.Locked, _session.Run("apply", "--root", _session.Folder, "-f", _one, "--lock-timeout", "0"));
        Assert.Contains("has the lock of this host", _session.Err, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, _session.Run("plan", "--root", _session.Folder, "-f", _one));
    }

    [Fact]
    public void A_full_disk_ends_with_1_and_no_stack_trace()
    {
        _session.Output = new FullWriter();
        Assert.Equal(ExitCode.Error, _session.Run("plan", "-f", _one, "--observed", _host));
        Assert.Equal("error: the result cannot be written: ENOSPC\n", _session.Err.Split("  hint")[0]);
    }

    [Fact]
    public void A_bug_ends_with_1_and_no_stack_trace()
    {
        _session.Output = new BuggyWriter();
        Assert.Equal(ExitCode.Error, _session.Run("plan", "-f", _one, "--observed", _host));
        Assert.StartsWith("error: internal error: ", _session.Err, StringComparison.Ordinal);
        Assert.Contains("please report", _session.Err, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", _session.Err, StringComparison.Ordinal);
    }

    private sealed class FullWriter : StringWriter
    {
        private const int NoSpace = 28;

        public override void Write(string? value) => throw new IOException("No space left on device", NoSpace);
    }

    private sealed class BuggyWriter : StringWriter
    {
        public override void Write(string? value) => throw new InvalidOperationException("a bug");
    }
}
