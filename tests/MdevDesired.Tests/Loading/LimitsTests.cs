using System.Text;
using MdevDesired.Loading;
using Xunit;

namespace MdevDesired.Tests.Loading;

public sealed class LimitsTests
{
    private const int FloodLength = 256 * 1024;

    // What is allocated once, whatever the length.
    private const long Fixed = 4 * 1024 * 1024;

    public static TheoryData<string> Floods =>
    [
        "[", "{", "- ", "[[]", "? ", "a: ", "&a ", "*a ", "!", "a", "a ", "a\n", "\"", "'", "a,", "9", "%", "#", "---\n", "--- 1\n", "\n", " ", "\t",
        "]", ": ", "<<: ", "|\n", "\\", "\ufeff", "- a\n", "? a\n", "- - ", "-\n", "[],", "\"\\n", "@", "- |\n a\n", "\r\n", "--- &a *a\n", "\ud83d\ude00",
    ];

    // Where a list, a mapping or a word of the format is expected.
    public static TheoryData<string, string> FloodsInPlace => new()
    {
        { "parents: [", "x," },
        { "parents: [", "{device: m}," },
        { "parents: [{device: m, subDevices: [", "{name: a}," },
        { "parents: [{device: m, x: [", "1," },
        { "parents: [{device: m, subDevices: [{name: a, mdev: {type: t, params: [", "{}," },
        { "parents: [[", "1," },
        { "hosts: [", "'*'," },
        { "hosts: ['", "*" },
        { "hosts: ['[", "a" },
        { "parents: [{device: '", "a/" },
        { "parents: [{device: m, subDevices: [{name: '", "a-" },
        { "parents: [{device: m, subDevices: [{name: a, mdev: {type: t, params: [{name: '", "a/" },
        { "parents: [{device: m, subDevices: [{name: a, mdev: {type: t, params: [{name: x, value: ", "9" },
        { "parents: [{device: m, subDevices: [{name: a, mdev: {type: t, params: [{name: x, value: 0o", "7" },
    };

    [Fact]
    public void Refuses_a_file_of_20_MiB_by_its_size_alone()
    {
        var found = Assert.Single(Load(new byte[20 * 1024 * 1024]).Diagnostics);
        Assert.Equal("flood.yaml:1:1: error MD0001: the file has more than 16777216 bytes (16 MiB)", found.ToString());
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    [InlineData("- ", "")]
    public void Refuses_10_000_levels_of_nesting(string open, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, 10_000)) + string.Concat(Enumerable.Repeat(close, 10_000));
        Assert.Equal(LoadingCodes.TooDeep, Assert.Single(Load(Encoding.UTF8.GetBytes(text)).Diagnostics).Code);
    }

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    public void Allows_64_levels_and_not_one_more(int levels, bool refused)
    {
        var text = new string('[', levels) + new string(']', levels);
        Assert.Equal(refused, Load(Encoding.UTF8.GetBytes(text)).Diagnostics.Any(found => found.Code == LoadingCodes.TooDeep));
    }

    [Theory]
    [MemberData(nameof(Floods))]
    public void Costs_no_more_than_its_length_for_a_flood_of_one_thing(string piece) => AssertLinear("", piece, "");

    [Theory]
    [MemberData(nameof(FloodsInPlace))]
    public void Costs_no_more_than_its_length_for_a_flood_in_the_wrong_place(string before, string piece)
    {
        var closing = before.Where(character => "'[{".Contains(character)).Select(character => character switch { '[' => ']', '{' => '}', _ => '\'' });
        AssertLinear("apiVersion: mdevdesired.dev/v1alpha1\nkind: HostDevices\nmetadata: {name: a}\nspec:\n  " + before, piece, string.Concat(closing.Reverse()));
    }

    [Fact]
    public void Allows_aliases_for_100_000_values_and_not_one_more()
    {
        // A list counts as its values and itself: two aliases make 99,998, and two of a single value the rest.
        var list = string.Join(",", Enumerable.Repeat("1", 49_998));
        var text = $"- &a [{list}]\n- *a\n- *a\n- &b 1\n- *b\n- *b\n";
        Assert.DoesNotContain(Load(Encoding.UTF8.GetBytes(text)).Diagnostics, found => found.Code == LoadingCodes.TooManyAliased);
        Assert.Contains(Load(Encoding.UTF8.GetBytes(text + "- *b\n")).Diagnostics, found => found.Code == LoadingCodes.TooManyAliased);
    }

    // Memory and not time is measured: it is the same on a busy machine. Twice the input may cost twice as much, not four times.
    private static void AssertLinear(string before, string piece, string after)
    {
        var half = Allocated(before, piece, after, FloodLength / 2);
        var whole = Allocated(before, piece, after, FloodLength);
        Assert.InRange(whole, 0, (3 * half) + Fixed);
    }

    private static long Allocated(string before, string piece, string after, int length)
    {
        var bytes = Encoding.UTF8.GetBytes(before + new StringBuilder().Insert(0, piece, length / piece.Length) + after);
        var start = GC.GetAllocatedBytesForCurrentThread();
        var result = Load(bytes);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - start;
        Assert.NotEqual(result.HasErrors, result.Documents.Count == 1 && result.Diagnostics.Count == 0);
        return allocated;
    }

    private static LoadResult Load(byte[] bytes) => DesiredStateLoader.Load([new SourceText("flood.yaml", bytes)], host: null);

    [Fact]
    public void Tells_a_thousand_errors_and_that_there_are_more()
    {
        var text = string.Concat(Enumerable.Range(0, 5000).Select(number => $"key{number}: 1\n"));
        var diagnostics = DesiredStateLoader.Load([new("flood.yaml", System.Text.Encoding.UTF8.GetBytes(text))], "node-7").Diagnostics;
        Assert.Equal(1001, diagnostics.Count);
        Assert.Equal(LoadingCodes.More, diagnostics[^1].Code);
    }
}
