using System.Text;
using MdevDesired.Diagnostics;
using MdevDesired.Loading;
using MdevDesired.Planning;
using MdevDesired.Rendering.Pages;
using MdevDesired.Rendering.Trees;
using MdevDesired.Rendering.Validation;
using Snapshooter.Xunit;
using Xunit;

namespace MdevDesired.Tests.Rendering;

public class DiagnosticRenderingTests
{
    private static readonly Diagnostic[] Several =
    [
        Samples.Diagnostic(),
        Samples.Diagnostic("100% of it,\nand: more" + Samples.Hostile, Severity.Warning, null),
        new(PlanningCodes.NothingDesired, Severity.Note, null, "no document applies"),
    ];

    [Fact]
    public void The_first_line_is_one_that_tools_find() =>
        Assert.StartsWith(
            "rack 7.yaml:12:9: error MD0100: parent mtty is absent\n  hint: load the driver\n",
            DiagnosticText.Render(Several, Palette.Plain),
            StringComparison.Ordinal);

    [Fact]
    public void Quotes_the_line_with_a_caret_under_the_place()
    {
        var source = new SourceText("a.yaml", Encoding.UTF8.GetBytes("one: 1\n\ttwo: \u001b[2J x\r\nthree: 3"));
        var text = DiagnosticText.Render(
            [new(PlanningCodes.UnknownType, Severity.Error, new("a.yaml", new(2, 12)), "bad")], Palette.Plain, new([source]));
        Assert.Equal("a.yaml:2:12: error MD0102: bad\n   two: \\u001b[2J x\n" + new string(' ', 18) + "^\n", text);
    }

    [Theory]
    [InlineData(99, 1)]
    [InlineData(1, 99)]
    public void A_place_outside_the_file_quotes_what_is_there(int line, int column)
    {
        var excerpts = new SourceExcerpts([new("a.yaml", "one"u8.ToArray())]);
        Assert.Equal(line == 1 ? ["  one", "     ^"] : [], excerpts.Quote(new("a.yaml", new(line, column))));
    }

    [Fact]
    public void A_long_line_is_quoted_around_the_place()
    {
        var excerpts = new SourceExcerpts([new("a.yaml", Encoding.UTF8.GetBytes(new string('a', 500) + "X" + new string('b', 500)))]);
        var quoted = excerpts.Quote(new("a.yaml", new(1, 501)));
        Assert.All(quoted, line => Assert.InRange(line.Length, 1, Page.Width));
        Assert.Equal('X', quoted[0][quoted[1].IndexOf('^', StringComparison.Ordinal)]);
    }

    [Fact]
    public void Writes_workflow_commands() => Assert.Equal(
        """
        ::error file=rack 7.yaml,line=12,col=9,title=MD0100::parent mtty is absent%0Ahint: load the driver
        ::warning file=rack 7.yaml,line=12,col=9,title=MD0100::100%25 of it,\u000aand: more\u001b[2J\u009b1m\u202egpj\u0007
        ::notice title=MD0108::no document applies

        """,
        GitHubCommands.Render(Several));

    [Fact]
    public void Writes_sarif() => Snapshot.Match(SarifLog.Render(Several, "0.1.0"));

    [Fact]
    public Task Json_conforms_to_its_schema() =>
        Schemas.AssertConformsAsync("validation", ValidationDocument.Render(TreeSyntax.Json, Several));

    [Fact]
    public void Lets_nothing_drive_the_terminal() =>
        Assert.All(
            [DiagnosticText.Render(Several, Palette.Plain), GitHubCommands.Render(Several), ValidationDocument.Render(TreeSyntax.Json, Several)],
            text => Assert.DoesNotContain(text, character => char.IsControl(character) && character != '\n'));

    [Fact]
    public void Counts_errors_and_warnings() => Assert.Equal("1 error, 1 warning", DiagnosticText.Count(Several));
}
