using MdevDesired.Diagnostics;
using MdevDesired.Planning;
using MdevDesired.Rendering.Pages;
using MdevDesired.Rendering.Plans;
using MdevDesired.Rendering.Trees;
using MdevDesired.Tests.Doubles;
using Snapshooter.Xunit;
using Xunit;

namespace MdevDesired.Tests.Rendering;

public class PlanRenderingTests
{
    [Fact]
    public void Shows_every_kind_of_change() => Snapshot.Match(PlanText.Render(Samples.Plan(), Palette.Plain));

    [Fact]
    public void Shows_changes_in_colour_on_a_terminal() => Snapshot.Match(PlanText.Render(Samples.Plan(), Palette.Ansi));

    [Fact]
    public void Writes_json() => Snapshot.Match(PlanDocument.Render(TreeSyntax.Json, Samples.Plan()));

    [Fact]
    public void Writes_yaml() => Snapshot.Match(PlanDocument.Render(TreeSyntax.Yaml, Samples.Plan()));

    [Fact]
    public Task Json_conforms_to_its_schema() =>
        Schemas.AssertConformsAsync("plan", PlanDocument.Render(TreeSyntax.Json, Samples.Plan()));

    [Fact]
    public void Is_never_wider_than_80_columns() =>
        Assert.All(PlanText.Render(Samples.Plan(), Palette.Plain).Split('\n'), line => Assert.InRange(line.Length, 0, Page.Width));

    [Fact]
    public void Has_no_blanks_at_the_ends_of_lines() =>
        Assert.All(PlanText.Render(Samples.Plan(), Palette.Plain).Split('\n'), line => Assert.Equal(line.TrimEnd(), line));

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("yaml")]
    public void Lets_nothing_drive_the_terminal(string format)
    {
        var plan = Hostile();
        var text = format switch
        {
            "json" => PlanDocument.Render(TreeSyntax.Json, plan),
            "yaml" => PlanDocument.Render(TreeSyntax.Yaml, plan),
            _ => PlanText.Render(plan, Palette.Plain),
        };
        Assert.DoesNotContain(text, character => char.IsControl(character) && character != '\n');
        Assert.Contains("[2J", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "Nothing to do: no sub device is listed for this host, and none is to be removed.\n")]
    [InlineData(1, "Nothing to do: 1 sub device is as desired.\n")]
    [InlineData(4, "Nothing to do: 4 sub devices are as desired.\n")]
    public void Says_when_there_is_nothing_to_do(int inSync, string expected) =>
        Assert.Equal(expected, PlanText.Render(new() { Host = "h", Changes = [], Findings = [], InSync = inSync }, Palette.Plain));

    private static Plan Hostile() => new()
    {
        Host = Samples.Hostile,
        InSync = 0,
        Changes =
        [
            new()
            {
                Kind = ChangeKind.Change,
                Parent = Scene.Mtty,
                Id = Scene.Id(1),
                Name = Samples.Hostile,
                Reason = Samples.Hostile,
                Actions = [new(Stage.Change, new WriteAttribute
                {
                    Parent = Scene.Mtty, Id = Scene.Id(1), Attribute = new("a"), Value = Samples.Hostile, Reason = Samples.Hostile,
                })],
            },
        ],
        Findings = [new(FindingEffect.Blocks, Scene.Mtty, null, Samples.Diagnostic(Samples.Hostile, Severity.Error, Samples.Hostile))],
    };
}
