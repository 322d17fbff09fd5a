using MdevDesired.Loading;
using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using Xunit;

namespace MdevDesired.Tests.Loading;

public sealed class DesiredStateLoaderTests
{
    [Fact]
    public void Reads_everything_that_a_document_says_of_a_mediated_device()
    {
        var result = Sources.Load(Sources.Document("rack7", $$"""
                - device: pci/0000:05:00.0
                  optional: true
                  prune: all
                  subDevices:
                    - name: web-0
                      driver: vfio_mdev
                      mdev:
                        uuid: {{Sources.Uuid1.ToUpperInvariant()}}
                        type: mlx5_core-local
                        params:
                          - { name: assign_adapter, value: 5 }
                          - { name: nvidia/vgpu_params, value: "a=1" }
                          - { name: assign_adapter, value: 6 }

            """));
        Assert.Empty(result.Diagnostics);
        var parent = Assert.Single(result.State.Parents);
        Assert.Equal(("pci/0000:05:00.0", true, PruneMode.All), (parent.Address.ToString(), parent.Optional, parent.Prune));
        var mdev = Assert.IsType<DesiredMdev>(Assert.Single(parent.SubDevices));
        Assert.Equal(
            ("rack7", "web-0", Sources.Uuid1, "mlx5_core-local", "vfio_mdev", "0.yaml:10:11"),
            (mdev.Document, mdev.Name, mdev.Uuid.ToString(), mdev.Type.ToString(), mdev.Driver.Name.ToString(), mdev.Span.ToString()));
        Assert.Equal(
            "assign_adapter=5 nvidia/vgpu_params=a=1 assign_adapter=6",
            string.Join(' ', mdev.Params.Select(param => $"{param.Name}={param.Value}")));
    }

    [Theory]
    [InlineData("", false, null)]
    [InlineData("driver: none", true, null)]
    [InlineData("driver: vfio_mdev", false, "vfio_mdev")]
    public void Tells_a_driver_from_none_and_from_whichever(string driver, bool unbound, string? name)
    {
        var result = Sources.Load(Sources.Document("a", Sources.Parent("mtty", "a", Sources.Uuid1) + $"          {driver}\n"));
        var mdev = Assert.IsType<DesiredMdev>(Assert.Single(result.State.SubDevices));
        Assert.Equal((unbound, name), (mdev.Driver.Unbound, mdev.Driver.Name?.ToString()));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("      subDevices: []\n", "a")]
    public void Tells_a_list_that_is_empty_from_none(string subDevices, string managedBy)
    {
        var parent = Assert.Single(Sources.Load(Sources.Document("a", "    - device: mtty\n" + subDevices)).State.Parents);
        Assert.Equal(("a", managedBy), (string.Join(' ', parent.ListedBy), string.Join(' ', parent.ManagedBy)));
        Assert.Empty(parent.SubDevices);
    }

    [Fact]
    public void Merges_documents_of_several_files_in_the_order_of_addresses_and_identities()
    {
        var result = Sources.Load(
            Sources.Document("b", Sources.Parent("mtty", "b", Sources.Uuid2) + "    - device: pci/card1\n"),
            Sources.Document("a", Sources.Parent("mtty", "a", Sources.Uuid1)) + "---\n" + Sources.Document("c", "    - device: mtty\n"));
        Assert.Equal("a b c", string.Join(' ', result.State.Documents));
        Assert.Equal("mtty pci/card1", string.Join(' ', result.State.Parents.Select(parent => parent.Address)));
        var mtty = result.State.Parents[0];
        Assert.Equal("a b", string.Join(' ', mtty.SubDevices.Select(device => device.Document)));
        Assert.Equal(("a b c", "a b"), (string.Join(' ', mtty.ListedBy), string.Join(' ', mtty.ManagedBy)));
        Assert.Equal("0.yaml:6:7", mtty.Span.ToString());
    }

    [Theory]
    [InlineData("node-7", "here seven")]
    [InlineData("node-7.rack.example", "here seven")]
    [InlineData("node-8", "here")]
    [InlineData(null, "here")]
    public void Takes_the_documents_for_the_host(string? host, string documents)
    {
        var text = Sources.Document("here", Sources.Parent("mtty", "a", Sources.Uuid1)) + "---\n"
            + Sources.Document("seven", Sources.Parent("mtty", "b", Sources.Uuid2), "  hosts: [ x, 'node-7*' ]\n");
        var result = DesiredStateLoader.Load([Sources.Text(text)], host);
        Assert.Empty(result.Diagnostics);
        Assert.Equal(documents, string.Join(' ', result.State.Documents));
        Assert.Equal(documents.Split(' ').Length, result.State.SubDevices.Count());
        Assert.Equal("here seven", string.Join(' ', result.Documents));
    }

    [Fact]
    public void Checks_the_documents_for_other_hosts_too() =>
        Assert.True(Sources.Load(Sources.Document("a", "    - device: ..\n", "  hosts: [ other ]\n")).HasErrors);

    [Fact]
    public void Reports_the_mistakes_of_all_files_at_once_in_the_order_of_the_input()
    {
        var result = Sources.Load("a: [", Sources.Document("b", "    - device: ..\n"), "");
        Assert.Equal(
            ["0.yaml:2:1 MD0004", "1.yaml:6:15 MD0032", "2.yaml:1:1 MD0005"],
            result.Diagnostics.Select(found => $"{found.Span} {found.Code}"));
    }

    [Fact]
    public void Counts_a_file_once_that_is_given_twice()
    {
        var source = Sources.Text(Sources.Document("a", Sources.Parent("mtty", "a", Sources.Uuid1)));
        Assert.Empty(DesiredStateLoader.Load([source, source], "node-7").Diagnostics);
    }

    [Fact]
    public void Is_empty_for_no_files()
    {
        var result = DesiredStateLoader.Load([], "node-7");
        Assert.Equal((DesiredState.Empty, 0), (result.State, result.Diagnostics.Count));
    }
}
