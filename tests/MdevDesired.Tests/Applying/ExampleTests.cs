using MdevDesired.Loading;
using MdevDesired.Model;
using MdevDesired.Tests.Doubles;
using MdevDesired.Tests.Loading;
using Xunit;

namespace MdevDesired.Tests.Applying;

public class ExampleTests
{
    [Theory]
    [InlineData("subfunctions.yaml")]
    [InlineData("switchdev.yaml")]
    [InlineData("ports.yaml")]
    public void An_example_of_devlink_is_applied_and_then_nothing_is_left_to_do(string example)
    {
        var bench = new Bench(Card.Host());
        var report = bench.Apply(Load(example));
        Assert.Empty(report.Outcomes.Select(outcome => outcome.Failure).OfType<string>());
        Assert.True(report.IsConverged);
        Assert.True(bench.Plan(Load(example)).IsEmpty);
    }

    [Fact]
    public void The_examples_of_devlink_go_together()
    {
        var bench = new Bench(Card.Host());
        Assert.True(bench.Apply(Load("subfunctions.yaml", "switchdev.yaml", "ports.yaml")).IsConverged);
    }

    private static DesiredState Load(params string[] examples)
    {
        var sources = examples.Select(example => Sources.File(Path.Combine(RepositoryFolder.Root, "examples", example), example));
        return DesiredStateLoader.Load([.. sources], "node-7").State;
    }
}
