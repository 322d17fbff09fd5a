using MdevDesired.Loading;
using Xunit;

namespace MdevDesired.Tests.Loading;

public sealed class ExampleTests
{
    private static readonly string Folder = Path.Combine(RepositoryFolder.Root, "examples");

    public static TheoryData<string> Examples => [.. Paths.Select(path => Path.GetFileName(path)!)];

    // Examples of other formats stand beside them.
    private static IEnumerable<string> Paths =>
        Directory.GetFiles(Folder, "*.yaml").Where(path => File.ReadAllText(path).Contains("kind: HostDevices", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_loads(string example)
    {
        var result = DesiredStateLoader.Load([Sources.File(Path.Combine(Folder, example), example)], "node-7a");
        Assert.Empty(result.Diagnostics);
        Assert.NotEmpty(result.State.Parents);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_tells_the_editor_its_schema(string example) => Assert.StartsWith(
        "# yaml-language-server: $schema=../schemas/desired-state.v1alpha1.schema.json",
        File.ReadAllText(Path.Combine(Folder, example)),
        StringComparison.Ordinal);

    [Fact]
    public void The_examples_load_together() => Assert.Empty(
        DesiredStateLoader.Load([.. Paths.Select(path => Sources.File(path, path))], "node-7a").Diagnostics);
}
