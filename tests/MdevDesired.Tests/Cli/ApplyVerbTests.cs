using MdevDesired.Cli;
using Xunit;

namespace MdevDesired.Tests.Cli;

public sealed class ApplyVerbTests : IDisposable
{
    private readonly Session _session = new();
    private readonly string _host;
    private readonly string _one;

    public ApplyVerbTests()
    {
        _host = _session.File("host.yaml", Examples.Host);
        _one = _session.File("one.yaml", Examples.One);
    }

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Applies_on_the_simulated_host_and_has_nothing_to_do_the_second_time()
    {
        Assert.Equal(ExitCode.Done, Apply(_one));
        Assert.Contains("Applied: 1 created; 0 were in sync.\nVerified: the host is as desired.\n", _session.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Apply(_one));
        Assert.Equal("Nothing to do: 1 sub device is as desired.\n", _session.Out);
    }

    [Fact]
    public void Leaves_no_other_file_beside_the_saved_snapshot()
    {
        Apply(_one);
        Assert.Equal(["host.yaml", "one.yaml"], Directory.EnumerateFiles(_session.Folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Says_why_a_snapshot_cannot_be_saved()
    {
        Assert.Equal(ExitCode.Error, _session.Run("apply", "-f", _one, "--observed", _host, "--observed-out", "/no/such/folder/x.yaml"));
        Assert.Contains("error MD0404: /no/such/folder/x.yaml: the snapshot cannot be saved: ENOENT", _session.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void Writes_progress_as_lines_to_standard_error_and_the_result_to_standard_output()
    {
        Apply(_one);
        Assert.Equal("[1/1] mtty com-0: created\n", _session.Err);
        Assert.DoesNotContain("[1/1]", _session.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_live_progress_on_a_terminal_and_takes_it_away()
    {
        _session.Terminal = true;
        Assert.Equal(ExitCode.Done, Apply(_one));
        Assert.DoesNotContain("[1/1]", _session.Err, StringComparison.Ordinal);
        Assert.Contains("1 created", _session.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("y\n", 0, "mtty-2")]
    [InlineData("yes\n", 0, "mtty-2")]
    [InlineData("n\n", 1, "mtty-1")]
    [InlineData("\n", 1, "mtty-1")]
    [InlineData("", 1, "mtty-1")]
    public void On_a_terminal_it_asks_before_something_disrupts(string answer, int code, string type)
    {
        Apply(_one);
        (_session.Terminal, _session.StandardInput) = (true, answer);
        Assert.Equal(code, (int)Apply(_session.File("changed.yaml", Examples.Changed)));
        Assert.Contains("-/+ com-0", _session.Err, StringComparison.Ordinal);
        Assert.Contains("Go ahead? [y/N]", _session.Err, StringComparison.Ordinal);
        Assert.Contains($"type: {type}", File.ReadAllText(_host), StringComparison.Ordinal);
    }

    [Fact]
    public void On_a_terminal_it_does_not_ask_when_nothing_disrupts_or_with_yes()
    {
        _session.Terminal = true;
        Assert.Equal(ExitCode.Done, Apply(_one));
        Assert.Equal(ExitCode.Done, Apply(_session.File("changed.yaml", Examples.Changed), "--yes"));
        Assert.DoesNotContain("[y/N]", _session.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_terminal_it_goes_ahead()
    {
        Apply(_one);
        Assert.Equal(ExitCode.Done, Apply(_session.File("changed.yaml", Examples.Changed)));
        Assert.Contains("1 replaced", _session.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_shows_the_plan_and_changes_nothing()
    {
        Assert.Equal(ExitCode.Done, Apply(_one, "--dry-run"));
        Assert.Contains("Plan: 1 to create", _session.Out, StringComparison.Ordinal);
        Assert.Equal(Examples.Host, File.ReadAllText(_host));
    }

    [Fact]
    public void Reads_documents_from_standard_input()
    {
        _session.StandardInput = Examples.One;
        Assert.Equal(ExitCode.Done, Apply("-"));
        Assert.Contains("1 created", _session.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Writes_its_report_as_json()
    {
        Assert.Equal(ExitCode.Done, Apply(_one, "-o", "json"));
        Assert.Contains("\"converged\": true", _session.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rollback_ends_with_4_and_says_so()
    {
        var bad = _session.File("bad.yaml", Examples.One.Replace("type: mtty-1", "type: mtty-1, params: [{ name: no_such, value: 1 }]", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Partial, Apply(bad, "--rollback"));
        Assert.Contains("Rolling back: what this run did is undone.", _session.Err, StringComparison.Ordinal);
        Assert.Contains("Verified: the host is as it was before. What remains:", _session.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Apply(_one, "--rollback"));
    }

    [Fact]
    public void A_rollback_cannot_keep_what_failed()
    {
        Assert.Equal(ExitCode.InvalidInput, Apply(_one, "--rollback", "--keep-failed"));
        Assert.Contains("--rollback undoes what --keep-failed would leave", _session.Err, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mtty")]
    [InlineData("no-such")]
    [InlineData("pci/0000:05:00.0")]
    public void A_parent_that_no_document_lists_is_noted_and_nothing_to_fail_over(string parent)
    {
        Assert.Equal(ExitCode.Done, Apply(_session.File("absent.yaml", Examples.Absent), "--parent", parent));
        Assert.Contains($"note MD0110: --parent {parent}: no document lists it", _session.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mtty")]
    [InlineData("bus/mtty")]
    public void A_listed_parent_is_applied_alone_by_its_bare_name_or_with_its_bus(string parent)
    {
        Assert.Equal(ExitCode.Done, Apply(_one, "--parent", parent));
        Assert.Contains("1 created", _session.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void On_a_simulated_host_nothing_is_waited_for()
    {
        Assert.Equal(ExitCode.Partial, Apply(_session.File("absent.yaml", Examples.Absent), "--wait", "1h"));
        Assert.DoesNotContain("Waiting", _session.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void A_saved_plan_waits_for_nobody()
    {
        var plan = Path.Combine(_session.Folder, "saved.plan");
        _session.Run("plan", "-f", _one, "--observed", _host, "--out", plan);
        Assert.Equal(ExitCode.InvalidInput, _session.Run("apply", plan, "--observed", _host, "--wait", "30s"));
        Assert.Contains("PLAN and --wait exclude each other", _session.Err, StringComparison.Ordinal);
    }

    private ExitCode Apply(string document, params string[] more) =>
        _session.Run(["apply", "-f", document, "--observed", _host, "--observed-out", _host, .. more]);
}
