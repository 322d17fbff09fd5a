using MdevDesired.Model;
using MdevDesired.Rendering.Pages;
using MdevDesired.Rendering.Statuses;
using MdevDesired.Rendering.Trees;
using MdevDesired.Reporting;
using MdevDesired.Tests.Doubles;
using Snapshooter.Xunit;
using Xunit;

namespace MdevDesired.Tests.Rendering;

public class StatusRenderingTests
{
    private static readonly HostStatus Everything = Samples.Status();

    [Fact]
    public void Shows_how_each_device_stands() => Snapshot.Match(StatusText.Render(Everything, Palette.Plain));

    [Fact]
    public void Shows_it_in_colour_on_a_terminal() => Snapshot.Match(StatusText.Render(Everything, Palette.Ansi));

    [Fact]
    public void Writes_json() => Snapshot.Match(StatusDocument.Render(TreeSyntax.Json, Everything));

    [Fact]
    public void Writes_yaml() => Snapshot.Match(StatusDocument.Render(TreeSyntax.Yaml, Everything));

    [Fact]
    public void Writes_metrics() => Snapshot.Match(StatusMetrics.Render(Everything));

    [Fact]
    public Task Json_conforms_to_its_schema() => Schemas.AssertConformsAsync("status", StatusDocument.Render(TreeSyntax.Json, Everything));

    [Fact]
    public void Has_every_state() => Assert.Equal(StandingWords.All, Everything.Devices.Select(device => device.Standing).Distinct().Order());

    [Fact]
    public void Is_never_wider_than_80_columns() =>
        Assert.All(StatusText.Render(Everything, Palette.Plain).Split('\n'), line => Assert.InRange(line.Length, 0, Page.Width));

    [Fact]
    public void Has_no_blanks_at_the_ends_of_lines() =>
        Assert.All(StatusText.Render(Everything, Palette.Plain).Split('\n'), line => Assert.Equal(line.TrimEnd(), line));

    [Fact]
    public void Says_when_there_is_nothing() =>
        Assert.Equal(
            "Host node-7 is in sync: no sub device is listed, and none exists.\n",
            StatusText.Render(new() { Host = "node-7", IsInSync = true, LedgerIsKnown = true }, Palette.Plain));

    [Fact]
    public void Says_that_the_maker_is_unknown() =>
        Assert.Contains("maker unknown", StatusText.Render(Hostile("x"), Palette.Plain), StringComparison.Ordinal);

    [Fact]
    public void Escapes_the_values_of_labels() =>
        Assert.Contains("name=\"a\\\\b\\\"c\\nd\",document=\"\",state=\"unmanaged\"} 1\n", StatusMetrics.Render(Hostile("a\\b\"c\nd")), StringComparison.Ordinal);

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("yaml")]
    [InlineData("prometheus")]
    public void Lets_nothing_drive_the_terminal(string format)
    {
        var status = Hostile(Samples.Hostile);
        var text = format switch
        {
            "json" => StatusDocument.Render(TreeSyntax.Json, status),
            "yaml" => StatusDocument.Render(TreeSyntax.Yaml, status),
            "prometheus" => StatusMetrics.Render(status),
            _ => StatusText.Render(status, Palette.Plain),
        };
        Assert.DoesNotContain(text, character => char.IsControl(character) && character != '\n');
        Assert.Contains("[2J", text, StringComparison.Ordinal);
    }

    private static HostStatus Hostile(string text) => new()
    {
        Host = text,
        IsInSync = false,
        LedgerIsKnown = false,
        Findings = [Samples.Diagnostic(text, hint: text)],
        Parents =
        [
            new()
            {
                Address = Scene.Mtty,
                IsPresent = true,
                Devices =
                [
                    new()
                    {
                        Id = Scene.Id(1),
                        Standing = Standing.Unmanaged,
                        Name = text,
                        MadeBy = Maker.Unknown,
                        Holders = [new ProcessHolder(Scene.Id(1), 7, text, text)],
                    },
                ],
            },
        ],
    };
}
