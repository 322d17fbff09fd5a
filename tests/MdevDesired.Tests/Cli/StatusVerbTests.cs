using MdevDesired.Cli;
using MdevDesired.Tests.Rendering;
using Xunit;

namespace MdevDesired.Tests.Cli;

public sealed class StatusVerbTests : IDisposable
{
    private readonly Session _session = new();
    private readonly string _host;
    private readonly string _one;

    public StatusVerbTests()
    {
        _host = _session.File("host.yaml", Examples.Host);
        _one = _session.File("one.yaml", Examples.One);
    }

    public void Dispose() => _session.Dispose();

    [Fact]
    public void What_is_not_in_sync_ends_with_2_when_that_is_asked_for()
    {
        Assert.Equal(ExitCode.Done, Status());
        Assert.Equal(ExitCode.Pending, Status("--exit-code"));
        Assert.Equal("Host node-7 is not in sync: 1 missing.", _session.Out.Split('\n')[^2]);
        _session.Run("apply", "-f", _one, "--observed", _host, "--observed-out", _host);
        Assert.Equal(ExitCode.Done, Status("--exit-code"));
        Assert.Equal("Host node-7 is in sync: 1 in sync.", _session.Out.Split('\n')[^2]);
    }

    [Fact]
    public void An_invalid_document_ends_with_3()
    {
        var wrong = _session.File("wrong.yaml", "kind: nothing");
        Assert.Equal(ExitCode.InvalidInput, _session.Run("status", "-f", wrong, "--observed", _host));
        Assert.Equal("", _session.Out);
    }

    [Fact]
    public void Without_documents_the_host_is_in_sync_and_says_why()
    {
        Assert.Equal(ExitCode.Done, _session.Run("status", "--root", _session.Folder, "--observed", _host, "--exit-code"));
        Assert.Contains("MD0108: no document applies to host node-7", _session.Out, StringComparison.Ordinal);
        Assert.Contains("note MD0403", _session.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parent_that_nobody_knows_ends_with_1()
    {
        Assert.Equal(ExitCode.Error, Status("--parent", "mtti"));
        Assert.Contains("did you mean \"mtty\"?", _session.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_without_room_shows_as_not_in_sync()
    {
        var three = _session.File("three.yaml", Examples.Three);
        Assert.Equal(ExitCode.Pending, _session.Run("status", "-f", three, "--observed", _host, "--exit-code"));
        Assert.Contains("MD0104: mtty: 3 more of type mtty-1 are wanted", _session.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_under_a_folder_can_be_looked_at() =>
        Assert.Equal(ExitCode.Done, _session.Run("status", "--root", _session.Folder, "-f", _one));

    [Fact]
    public async Task Json_conforms_to_its_schema()
    {
        Status("-o", "json");
        await Schemas.AssertConformsAsync("status", _session.Out);
    }

    [Fact]
    public void Writes_metrics()
    {
        Status("-o", "prometheus");
        Assert.Contains("\nmdev_desired_in_sync 0\n", _session.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(_session.Out.Split('\n'), line => line.EndsWith(' '));
    }

    private ExitCode Status(params string[] more) => _session.Run(["status", "-f", _one, "--observed", _host, .. more]);
}
