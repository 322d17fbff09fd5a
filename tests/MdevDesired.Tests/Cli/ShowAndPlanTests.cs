using MdevDesired.Cli;
using MdevDesired.Tests.Rendering;
using Xunit;

namespace MdevDesired.Tests.Cli;

public sealed class ShowAndPlanTests : IDisposable
{
    private readonly Session _session = new();
    private readonly string _host;
    private readonly string _one;
    private readonly string _two;

    public ShowAndPlanTests()
    {
        _host = _session.File("host.yaml", Examples.Host);
        _one = _session.File("one.yaml", Examples.One);
        _two = _session.File("two.yaml", Examples.One + "\n    - { device: mdpy, subDevices: [] }\n");
    }

    public void Dispose() => _session.Dispose();

    [Fact]
    public void A_snapshot_shows_as_itself()
    {
        _session.Run("show", "--observed", _host, "-o", "yaml");
        var again = _session.File("again.yaml", _session.Out);
        var first = _session.Out;
        Assert.Equal(ExitCode.Done, _session.Run("show", "--observed", again, "-o", "yaml"));
        Assert.Equal(first, _session.Out);
    }

    [Fact]
    public void A_host_without_mdevs_shows_that_it_has_none()
    {
        Assert.Equal(ExitCode.Done, _session.Run("show", "--root", _session.Folder));
        Assert.Contains("has no parent of mediated devices", _session.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plan", "plan")]
    [InlineData("show", "observed-state")]
    public async Task Json_conforms_to_its_schema(string verb, string schema)
    {
        _session.Run([verb, .. verb == "plan" ? new[] { "-f", _one } : [], "--observed", _host, "-o", "json"]);
        await Schemas.AssertConformsAsync(schema, _session.Out);
    }

    [Fact]
    public void Equal_input_gives_an_equal_plan_whatever_the_order_of_the_files()
    {
        var other = _session.File("other.yaml", Examples.One
            .Replace("rack7", "rack8", StringComparison.Ordinal)
            .Replace("com-0", "com-8", StringComparison.Ordinal)
            .Replace("1111-0000", "1111-1111", StringComparison.Ordinal));
        _session.Run("plan", "-f", _one, "-f", other, "--observed", _host, "-o", "yaml");
        var first = _session.Out;
        _session.Run("plan", "-f", other, "-f", _one, "--observed", _host, "-o", "yaml");
        Assert.Equal(first, _session.Out);
        Assert.Contains("create: 2", first, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_gives_its_documents()
    {
        _session.File("folder/a.yaml", Examples.One);
        _session.File("folder/b.txt", "not: this");
        Assert.Equal(ExitCode.Done, _session.Run("validate", "-f", Path.Combine(_session.Folder, "folder")));
        Assert.Equal("Valid: 1 document, 1 sub device.\n", _session.Out);
    }

    [Fact]
    public void Validate_counts_what_is_for_other_hosts_too()
    {
        var one = _session.File("one.yaml", Examples.One.Replace("spec:\n", "spec:\n  hosts: [elsewhere]\n", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Done, _session.Run("validate", "-f", one));
        Assert.Equal("Valid: 1 document, 1 sub device.\n", _session.Out);
    }

    [Fact]
    public void One_parent_can_be_looked_at_alone()
    {
        Assert.Equal(ExitCode.Done, _session.Run("plan", "-f", _two, "--observed", _host, "--parent", "mtty"));
        Assert.Contains("com-0", _session.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("MD0100", _session.Out, StringComparison.Ordinal);
        _session.Run("plan", "-f", _two, "--observed", _host);
        Assert.Contains("MD0100", _session.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_path_is_a_mistake_of_the_command_line()
    {
        Assert.Equal(ExitCode.InvalidInput, _session.Run("plan", "-f", ""));
        Assert.Equal(ExitCode.InvalidInput, _session.Run("show", "--observed", ""));
        Assert.Contains("is a variable of the shell unset?", _session.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void A_snapshot_given_as_a_document_and_the_reverse_is_told()
    {
        _session.Run("validate", "-f", _host);
        Assert.Contains("--observed takes it", _session.Out, StringComparison.Ordinal);
        _session.Run("show", "--observed", _one);
        Assert.Contains("-f takes it", _session.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parent_that_nobody_knows_is_noted()
    {
        Assert.Equal(ExitCode.Done, _session.Run("plan", "-f", _one, "--observed", _host, "--parent", "mtti"));
        Assert.Contains("did you mean \"mtty\"?", _session.Out, StringComparison.Ordinal);
    }
}
