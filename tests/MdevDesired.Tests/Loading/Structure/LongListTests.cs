using MdevDesired.Loading;
using Xunit;

namespace MdevDesired.Tests.Loading.Structure;

public sealed class LongListTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(599)]
    public void A_mistake_is_found_wherever_it_stands_in_a_list(int wrong)
    {
        var parents = Enumerable.Range(0, 600).Select(number => $"    - device: m{number}\n{(number == wrong ? "      x: 1\n" : "")}");
        var found = Assert.Single(Sources.Load(Sources.Document("a", string.Concat(parents))).Diagnostics);
        Assert.Equal($"0.yaml:{wrong + 7}:7: error MD0012: unknown key \"x\" in an item of \"parents\"", found.ToString());
    }

    [Fact]
    public void A_mistake_is_found_in_a_long_list_within_a_long_list()
    {
        var devices = Enumerable.Range(0, 600).Select(number =>
            $"        - name: n{number}\n          mdev: {{ uuid: 69ea1551-d054-46e9-974d-{number:x12}, type: t, params: [ {Params(number)} ] }}\n");
        var parents = string.Concat(Enumerable.Range(0, 300).Select(number => $"    - device: m{number}\n"));
        var result = Sources.Load(Sources.Document("a", $"{parents}      subDevices:\n{string.Concat(devices)}"));
        Assert.Equal(
            [LoadingCodes.UnknownKey, LoadingCodes.MissingKey, LoadingCodes.WrongType],
            result.Diagnostics.Select(found => found.Code));
        Assert.All(result.Diagnostics, found => Assert.Equal(306 + (2 * 600), found.Span!.Value.Start.Line));
    }

    // The last device has a long list too, with mistakes in its second part.
    private static string Params(int number) => number < 599 ? "" : string.Join(", ", Enumerable.Range(0, 500).Select(index => index switch
    {
        300 => "{ name: a, value: 1, x: 1 }",
        301 => "{ name: a }",
        302 => "7",
        _ => "{ name: a, value: 1 }",
    }));
}
