using MdevDesired.Diagnostics;
using Xunit;

namespace MdevDesired.Tests.Diagnostics;

public sealed class SuggestionTests
{
    private static readonly string[] Keys = ["device", "match", "optional", "prune", "subDevices", "wait"];

    [Theory]
    [InlineData("devcie", "device")]
    [InlineData("Device", "device")]
    [InlineData("subdevice", "subDevices")]
    [InlineData("prun", "prune")]
    [InlineData("opptional", "optional")]
    [InlineData("wiat", "wait")]
    public void Finds_what_was_meant(string given, string meant) =>
        Assert.Equal($"did you mean \"{meant}\"?", Suggestion.For(given, Keys));

    [Theory]
    [InlineData("colour")]
    [InlineData("x")]
    [InlineData("")]
    public void Says_nothing_when_nothing_is_near(string given) => Assert.Null(Suggestion.For(given, Keys));

    [Fact]
    public void Takes_the_first_in_the_alphabet_of_two_that_are_as_near() =>
        Assert.Equal("did you mean \"mtty-1\"?", Suggestion.For("mtty-3", ["mtty-2", "mtty-1"]));

    [Fact]
    public void Does_not_measure_a_word_that_is_too_long_to_be_a_mistyped_one() =>
        Assert.Null(Suggestion.For(new string('d', 100_000), [new string('d', 100_001)]));
}
