using MdevDesired.Rendering.Pages;
using Xunit;

namespace MdevDesired.Tests.Rendering;

public class PageTests
{
    [Fact]
    public void Wraps_at_words_with_a_hanging_indent()
    {
        var page = new Page(Palette.Plain);
        page.Line(2, string.Join(' ', Enumerable.Repeat("word", 20)), hanging: 4);
        var lines = page.ToString().TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("  word", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("      word", lines[1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, Page.Width));
    }

    [Fact]
    public void Leaves_a_path_whole()
    {
        var path = "/sys/" + new string('x', 100);
        var page = new Page(Palette.Plain);
        page.Line(2, $"write to {path} failed");
        Assert.Equal($"  write to\n    {path}\n    failed\n", page.ToString());
    }

    [Fact]
    public void Escapes_what_would_drive_the_terminal()
    {
        var page = new Page(Palette.Plain);
        page.Line(0, "a\u001b[2Jb\nc\u009bd");
        page.Columns(0, ["\u0007"]);
        page.Whole("\u202e");
        Assert.Equal("a\\u001b[2Jb\\u000ac\\u009bd\n\\u0007\n\\u202e\n", page.ToString());
    }

    [Fact]
    public void Paints_for_a_terminal_only()
    {
        Assert.Equal("\u001b[31mx\u001b[0m", Palette.Ansi.Paint(Ink.Removed, "x"));
        Assert.Equal("x", Palette.Plain.Paint(Ink.Removed, "x"));
    }
}
