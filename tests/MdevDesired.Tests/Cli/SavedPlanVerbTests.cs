using CsCheck;
using MdevDesired.Cli;
using Xunit;

namespace MdevDesired.Tests.Cli;

public sealed class SavedPlanVerbTests : IDisposable
{
    private static readonly Gen<string> Documents =
        from numbers in Gen.Int[1, 6].Array[0, 5]
        from types in Gen.Int[1, 2].Array[5]
        select Document(numbers.Distinct().Select((number, index) => (number, types[index])));

    private readonly Session _session = new();
    private readonly string _host;
    private readonly string _one;
    private readonly string _plan;

    public SavedPlanVerbTests()
    {
        _host = _session.File("host.yaml", Examples.Host);
        _one = _session.File("one.yaml", Examples.One);
        _plan = Path.Combine(_session.Folder, "one.plan");
    }

    public void Dispose() => _session.Dispose();

    [Fact]
    public void A_saved_plan_is_applied_without_its_documents()
    {
        Assert.Equal(ExitCode.Done, Save());
        Assert.Contains("1 to create", _session.Out, StringComparison.Ordinal);
        Assert.Equal($"The plan is saved: \"mdev-desired apply {_plan}\" applies it.\n", _session.Err);
        File.Delete(_one);
        Assert.Equal(ExitCode.Done, Apply());
        Assert.Contains("Applied: 1 created", _session.Out, StringComparison.Ordinal);
        Assert.Contains("11111111-0000", File.ReadAllText(_host), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_documents_are_told_of_by_their_own_paths()
    {
        var absent = _session.File("absent.yaml", Examples.Absent);
        _session.Run("plan", "-f", absent, "--observed", _host, "--out", _plan);
        File.Delete(absent);
        Assert.Equal(ExitCode.Partial, Apply());
        Assert.Contains("absent.yaml:6:", _session.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_applied_without_a_question()
    {
        _session.Run("apply", "-f", _one, "--observed", _host, "--observed-out", _host);
        var changed = _session.File("changed.yaml", Examples.Changed);
        _session.Run("plan", "-f", changed, "--observed", _host, "--out", _plan);
        _session.Terminal = true;
        Assert.Equal(ExitCode.Done, Apply());
        Assert.DoesNotContain("[y/N]", _session.Err, StringComparison.Ordinal);
        Assert.Contains("1 replaced", _session.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData()]
    [InlineData("--dry-run")]
    public void A_host_that_has_moved_on_is_left_as_it_is(params string[] more)
    {
        Save();
        _session.Run("apply", "-f", _one, "--observed", _host, "--observed-out", _host);
        var before = File.ReadAllText(_host);
        Assert.Equal(ExitCode.Error, Apply(more));
        Assert.Equal("", _session.Out);
        Assert.Contains("error MD0453: host node-7 has moved on", _session.Err, StringComparison.Ordinal);
        Assert.Contains("-   + com-0", _session.Err, StringComparison.Ordinal);
        Assert.Contains("+ Nothing to do: 1 sub device is as desired.", _session.Err, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(_host));
    }

    [Fact]
    public void It_has_the_options_that_it_was_made_with()
    {
        _session.Run("apply", "-f", _one, "--observed", _host, "--observed-out", _host);
        var other = _session.File("other.yaml", Examples.One.Replace("rack7", "rack8", StringComparison.Ordinal).Split("    - device")[0]
            + "    - { device: mtty, subDevices: [] }\n");
        _session.Run("plan", "-f", other, "--observed", _host, "--out", _plan, "--prune-removed", "--adopt", "--parent", "mtty");
        Assert.Contains("1 to remove", _session.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Apply());
        Assert.DoesNotContain("11111111-0000", File.ReadAllText(_host), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_read_from_standard_input()
    {
        Save();
        _session.StandardInput = File.ReadAllText(_plan);
        Assert.Equal(ExitCode.Done, _session.Run("apply", "-", "--observed", _host));
    }

    [Fact]
    public void A_plan_with_nothing_to_do_is_saved_and_applied()
    {
        _session.Run("plan", "--root", _session.Folder, "--observed", _host, "--out", _plan);
        Assert.Equal(ExitCode.Done, Apply());
    }

    [Fact]
    public void A_refused_plan_is_refused_again()
    {
        var three = _session.File("three.yaml", Examples.Three);
        Assert.Equal(ExitCode.Error, _session.Run("plan", "-f", three, "--observed", _host, "--out", _plan));
        Assert.Equal(ExitCode.Error, Apply());
        Assert.Contains("Refused", _session.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-f", "one.yaml")]
    [InlineData("--parent", "mtty")]
    [InlineData("--adopt")]
    [InlineData("--prune-removed")]
    public void It_excludes_what_it_has_itself(params string[] options)
    {
        Save();
        Assert.Equal(ExitCode.InvalidInput, Apply(options));
        Assert.Contains("exclude each other", _session.Err, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "MD0450")]
    [InlineData("{", "MD0450")]
    [InlineData("{ \"kind\": \"SavedPlan\", \"apiVersion\": \"v9\" }", "MD0451")]
    [InlineData("{ \"kind\": \"SavedPlan\", \"apiVersion\": \"mdevdesired.dev/v1alpha1\", \"host\": \"node-8\" }", "MD0452")]
    public void A_file_that_cannot_be_applied_ends_with_3(string text, string code)
    {
        Assert.Equal(ExitCode.InvalidInput, _session.Run("apply", _session.File("x.plan", text), "--observed", _host));
        Assert.Contains($"error {code}", _session.Err, StringComparison.Ordinal);
        Assert.Equal("", _session.Out);
    }

    [Theory]
    [InlineData("/no/such/file.plan", "MD0400")]
    [InlineData("/", "MD0401")]
    public void A_file_that_cannot_be_read_ends_with_3(string path, string code)
    {
        Assert.Equal(ExitCode.InvalidInput, _session.Run("apply", path, "--observed", _host));
        Assert.Contains($"error {code}", _session.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_in_place_of_a_plan_is_told()
    {
        Assert.Equal(ExitCode.InvalidInput, _session.Run("apply", _one, "--observed", _host));
        Assert.Contains("a desired-state document is given with -f", _session.Err, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/no/such/folder/x.plan")]
    [InlineData("")]
    public void A_plan_that_cannot_be_saved_ends_with_1(string path)
    {
        Assert.Equal(ExitCode.Error, _session.Run("plan", "-f", _one, "--observed", _host, "--out", path));
        Assert.Contains($"error MD0404: {path}: the plan cannot be saved: ENOENT", _session.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void Saving_leaves_no_other_file_and_no_device_is_replaced()
    {
        Save();
        Save();
        Assert.Equal(["host.yaml", "one.plan", "one.yaml"], Directory.EnumerateFiles(_session.Folder).Select(Path.GetFileName).Order());
        Assert.Equal(ExitCode.Done, _session.Run("plan", "-f", _one, "--observed", _host, "--out", "/dev/null"));
        Assert.Equal(0, new FileInfo("/dev/null").Length);
    }

    [Fact]
    public void To_save_a_plan_and_apply_it_is_to_apply() =>
        Gen.Select(Documents, Documents).Sample((first, second) =>
        {
            using var session = new Session();
            var (host, document) = (session.File("host.yaml", Examples.Host.Replace("size: 2", "size: 20", StringComparison.Ordinal)
                .Replace("availableInstances: 2", "availableInstances: 20", StringComparison.Ordinal)
                .Replace("availableInstances: 1", "availableInstances: 10", StringComparison.Ordinal)), session.File("d.yaml", first));
            session.Run("apply", "-f", document, "--observed", host, "--observed-out", host);
            File.WriteAllText(document, second);
            var (direct, saved, plan) = (Path.Combine(session.Folder, "direct.yaml"), Path.Combine(session.Folder, "saved.yaml"), Path.Combine(session.Folder, "p"));
            session.Run("plan", "-f", document, "--observed", host, "--out", plan);
            Assert.Equal(ExitCode.Done, session.Run("apply", "-f", document, "--observed", host, "--observed-out", direct));
            var report = session.Out;
            Assert.Equal(ExitCode.Done, session.Run("apply", plan, "--observed", host, "--observed-out", saved));
            Assert.Equal(report, session.Out);
            Assert.Equal(File.ReadAllText(direct), File.ReadAllText(saved));
        }, iter: 60);

    private static string Document(IEnumerable<(int Number, int Type)> devices) =>
        Examples.One.Split("      subDevices")[0] + "      subDevices: [" + string.Join(", ", devices.Select(device =>
            $"{{ name: d{device.Number}, mdev: {{ uuid: {device.Number:x8}-0000-4000-8000-000000000000, type: mtty-{device.Type} }} }}")) + "]\n";

    private ExitCode Save() => _session.Run("plan", "-f", _one, "--observed", _host, "--out", _plan);

    private ExitCode Apply(params string[] more) => _session.Run(["apply", _plan, "--observed", _host, .. more.Contains("--dry-run") ? more : [.. more, "--observed-out", _host]]);
}
