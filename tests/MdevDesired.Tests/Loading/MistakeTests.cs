using MdevDesired.Diagnostics;
using MdevDesired.Loading;
using Snapshooter.Xunit;
using Xunit;

namespace MdevDesired.Tests.Loading;

public sealed class MistakeTests
{
    // Limits that no scenario file should be as big as, and the sentence for findings that have none of their own.
    private static readonly DiagnosticCode[] TestedElsewhere = [LoadingCodes.TooLong, LoadingCodes.BreaksSchema, LoadingCodes.More];

    public static TheoryData<string> Scenarios => [.. MistakeScenario.Names];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Every_mistake_is_reported_where_it_stands(string scenario)
    {
        var sources = MistakeScenario.Read(scenario);
        var result = DesiredStateLoader.Load(sources, host: null);
        Assert.True(result.HasErrors);
        Assert.Empty(result.State.Parents);
        var baseline = Baseline.Of(sources, result.Diagnostics);
        Assert.All(result.Diagnostics, found => Assert.Contains(found.ToString().Split(": error ")[1], baseline, StringComparison.Ordinal));
        Snapshot.Match(baseline, $"Mistakes.{scenario}");
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void No_mistake_is_reported_twice(string scenario)
    {
        var result = DesiredStateLoader.Load(MistakeScenario.Read(scenario), host: null);
        Assert.Equal(result.Diagnostics, result.Diagnostics.DistinctBy(found => (found.Span, found.Code, found.Message)));
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void No_message_holds_a_character_that_a_terminal_obeys(string scenario) => Assert.All(
        DesiredStateLoader.Load(MistakeScenario.Read(scenario), host: null).Diagnostics,
        found => Assert.DoesNotContain(found.ToString() + found.Hint, char.IsControl));

    [Fact]
    public void Every_code_has_a_scenario()
    {
        var produced = MistakeScenario.Names
            .SelectMany(name => DesiredStateLoader.Load(MistakeScenario.Read(name), host: null).Diagnostics)
            .Select(found => found.Code)
            .Concat(TestedElsewhere);
        Assert.Empty(LoadingCodes.All.Except(produced));
    }
}
