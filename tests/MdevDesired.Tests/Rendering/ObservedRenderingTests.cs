using System.Text;
using MdevDesired.Rendering.Observations;
using MdevDesired.Rendering.Pages;
using MdevDesired.Rendering.Trees;
using MdevDesired.Simulation.Snapshots;
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
    public void Writes_yaml() => Snapshot.Match(ObservedStateDocument.Render(TreeSyntax.Yaml, Samples.Snapshot()));

    [Fact]
    public Task Json_conforms_to_its_schema() =>
        Schemas.AssertConformsAsync("observed-state", ObservedStateDocument.Render(TreeSyntax.Json, Samples.Snapshot()));

    [Theory]
    [InlineData("Json")]
    [InlineData("Yaml")]
    public void What_is_written_reads_back_as_the_same(string syntax)
    {
        var text = ObservedStateDocument.Render(Enum.Parse<TreeSyntax>(syntax), Samples.Snapshot());
        var reading = SnapshotReader.Read(new("snapshot", Encoding.UTF8.GetBytes(text)));
        Assert.Equal([], reading.Diagnostics.Select(diagnostic => diagnostic.ToString()));
        Assert.Equal(Samples.Snapshot(), reading.Snapshot);
    }
}
