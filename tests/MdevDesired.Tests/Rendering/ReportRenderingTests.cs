using MdevDesired.Rendering.Pages;
using MdevDesired.Rendering.Reports;
using MdevDesired.Rendering.Trees;
using Snapshooter.Xunit;
using Xunit;

namespace MdevDesired.Tests.Rendering;

public class ReportRenderingTests
{
    [Fact]
    public void Shows_what_happened_to_each_device() => Snapshot.Match(ApplyReportText.Render(Samples.Report(), Palette.Plain));

    [Fact]
    public void Writes_json() => Snapshot.Match(ApplyReportDocument.Render(TreeSyntax.Json, Samples.Report()));

    [Fact]
    public Task Json_conforms_to_its_schema() =>
        Schemas.AssertConformsAsync("apply-report", ApplyReportDocument.Render(TreeSyntax.Json, Samples.Report()));

    [Fact]
    public void Shows_what_was_rolled_back_and_what_could_not_be() => Snapshot.Match(ApplyReportText.Render(Samples.RolledBack(), Palette.Plain));

    [Fact]
    public Task Json_of_a_rollback_conforms_to_its_schema() =>
        Schemas.AssertConformsAsync("apply-report", ApplyReportDocument.Render(TreeSyntax.Json, Samples.RolledBack()));

    [Fact]
    public void Is_never_wider_than_80_columns() =>
        Assert.All(ApplyReportText.Render(Samples.Report(), Palette.Plain).Split('\n'), line => Assert.InRange(line.Length, 0, Page.Width));
}
