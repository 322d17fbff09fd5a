using MdevDesired.Model;
using MdevDesired.Rendering.Observations;
using MdevDesired.Rendering.Pages;
using MdevDesired.Rendering.Trees;
using Snapshooter.Xunit;
using Xunit;

namespace MdevDesired.Tests.Rendering;

public class ObservedRenderingTests
{
    [Fact]
    public void Shows_parents_types_and_sub_devices()
    {
        var snapshot = Samples.Snapshot();
        Snapshot.Match(ObservedText.Render(snapshot.Observed, snapshot.Ledger, Palette.Plain));
    }

    [Fact]
    public void Shows_devlink_instances_and_subfunctions()
    {
        var snapshot = Samples.Devlink();
        var text = ObservedText.Render(snapshot.Observed, snapshot.Ledger, Palette.Plain);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= Page.Width, line));
        Snapshot.Match(text);
    }

    [Fact]
    public void Calls_a_parent_with_devlink_by_its_address_alone()
    {
        var snapshot = Samples.Devlink();
        var bare = snapshot.Observed with { Parents = snapshot.Observed.Parents.Select(parent => parent with { OffersMdevs = false }).ToEquatableArray() };
        var lines = ObservedText.Render(bare, snapshot.Ledger, Palette.Plain).Split('\n');
        Assert.Equal(["mtty (offers no mediated devices)", "pci/0000:05:00.0"], lines.Where(line => line.StartsWith('m') || line.StartsWith('p')));
    }

    [Fact]
    public void Writes_devlink_in_yaml() => Snapshot.Match(ObservedStateDocument.Render(TreeSyntax.Yaml, Samples.Devlink()));

    [Fact]
    public Task Json_with_devlink_conforms_to_its_schema() =>
        Schemas.AssertConformsAsync("observed-state", ObservedStateDocument.Render(TreeSyntax.Json, Samples.Devlink()));

    [Fact]
    public void Writes_yaml() => Snapshot.Match(ObservedStateDocument.Render(TreeSyntax.Yaml, Samples.Snapshot()));

    [Fact]
    public Task Json_conforms_to_its_schema() =>
        Schemas.AssertConformsAsync("observed-state", ObservedStateDocument.Render(TreeSyntax.Json, Samples.Snapshot()));
}
