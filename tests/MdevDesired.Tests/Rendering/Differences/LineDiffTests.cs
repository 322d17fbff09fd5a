using CsCheck;
using MdevDesired.Rendering.Differences;
using MdevDesired.Rendering.Pages;
using Xunit;

namespace MdevDesired.Tests.Rendering.Differences;

public class LineDiffTests
{
    private static readonly Gen<string[]> Texts = Gen.Int[0, 3].Select(number => $"line {number}").Array[0, 12];

    [Fact]
    public void Equal_texts_have_no_difference() =>
        Assert.All(LineDiff.Of(["a", "b"], ["a", "b"]), line => Assert.Equal(' ', line.Sign));

    [Fact]
    public void Keeps_as_many_lines_as_it_can() =>
        Assert.Equal(["  a", "- b", "  c", "+ x", "  d"], Shown(LineDiff.Of(["a", "b", "c", "d"], ["a", "c", "x", "d"])));

    [Fact]
    public void Each_text_can_be_made_from_the_difference() =>
        Gen.Select(Texts, Texts).Sample((before, after) =>
        {
            var diff = LineDiff.Of(before, after);
            Assert.Equal(before, diff.Where(line => line.Sign != '+').Select(line => line.Text));
            Assert.Equal(after, diff.Where(line => line.Sign != '-').Select(line => line.Text));
        });

    [Fact]
    public void Very_long_texts_are_replaced_whole()
    {
        var (before, after) = (Many("old"), Many("new"));
        Assert.Equal([.. before.Select(line => $"- {line}"), .. after.Select(line => $"+ {line}")], Shown(LineDiff.Of(before, after)));
    }

    [Fact]
    public void Shows_three_lines_around_what_changed()
    {
        string[] before = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
        string[] after = ["1", "2", "3", "4", "x", "6", "7", "8", "9"];
        Assert.Equal(
            "--- a\n+++ b\n...\n  2\n  3\n  4\n- 5\n+ x\n  6\n  7\n  8\n...\n",
            DiffText.Render(LineDiff.Of(before, after), "a", "b", Palette.Plain));
    }

    [Fact]
    public void Lets_nothing_drive_the_terminal()
    {
        var text = DiffText.Render(LineDiff.Of([Samples.Hostile], []), "a", "b", Palette.Plain);
        Assert.DoesNotContain(text, character => char.IsControl(character) && character != '\n');
    }

    private static string[] Many(string word) => [.. Enumerable.Range(0, 3000).Select(number => $"{word} {number}")];

    private static IEnumerable<string> Shown(IEnumerable<DiffLine> diff) => diff.Select(line => $"{line.Sign} {line.Text}");
}
