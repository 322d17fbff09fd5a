using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using Xunit;

namespace MdevDesired.Tests.Loading.Merging;

public sealed class MergingTests
{
    [Fact]
    public void A_bare_name_is_the_device_of_the_bus_that_another_listing_states()
    {
        var result = Sources.Load(
            Sources.Document("a", Sources.Parent("card0", "a", Sources.Uuid1)),
            Sources.Document("b", Sources.Parent("pci/card0", "b", Sources.Uuid2)));
        var parent = Assert.Single(result.State.Parents);
        Assert.Equal("pci/card0", parent.Address.ToString());
        Assert.Equal(2, parent.SubDevices.Count);
    }

    [Fact]
    public void Two_stated_buses_are_two_parents()
    {
        var parents = Sources.Parent("pci/card0", "a", Sources.Uuid1) + Sources.Parent("ccw/card0", "a", Sources.Uuid2);
        var result = Sources.Load(Sources.Document("a", parents));
        Assert.Empty(result.Diagnostics);
        Assert.Equal("ccw/card0 pci/card0", string.Join(' ', result.State.Parents.Select(parent => parent.Address)));
    }

    [Theory]
    [InlineData("prune: none", "prune: none", nameof(PruneMode.None), false)]
    [InlineData("prune: all", "optional: true", nameof(PruneMode.All), true)]
    [InlineData("optional: true", "prune: owned", nameof(PruneMode.Owned), true)]
    [InlineData("optional: false", "optional: false", nameof(PruneMode.Owned), false)]
    public void Listings_that_do_not_contradict_are_merged(string one, string other, string prune, bool optional)
    {
        var result = Sources.Load(
            Sources.Document("a", $"    - device: mtty\n      {one}\n"),
            Sources.Document("b", $"    - device: mtty\n      {other}\n"));
        Assert.Empty(result.Diagnostics);
        var parent = Assert.Single(result.State.Parents);
        Assert.Equal((prune, optional), (parent.Prune.ToString(), parent.Optional));
    }

    [Theory]
    [InlineData("wait: 30s", "wait: 1m", 60)]
    [InlineData("wait: 30s", "optional: false", 30)]
    [InlineData("wait: 0s", "prune: owned", 0)]
    [InlineData("prune: owned", "prune: owned", null)]
    public void The_longest_wait_of_a_parent_counts(string one, string other, int? seconds)
    {
        var result = Sources.Load(
            Sources.Document("a", $"    - device: mtty\n      {one}\n"),
            Sources.Document("b", $"    - device: mtty\n      {other}\n"));
        Assert.Empty(result.Diagnostics);
        Assert.Equal(seconds, Assert.Single(result.State.Parents).Wait?.TotalSeconds);
    }

    [Fact]
    public void A_contradiction_names_both_places()
    {
        var result = Sources.Load(
            Sources.Document("a", "    - device: mtty\n      optional: true\n"),
            Sources.Document("b", "    - device: mtty\n      optional: false\n"));
        Assert.Equal(
            "1.yaml:7:17: error MD0053: \"optional\" of the parent mtty is stated otherwise elsewhere; it is also at 0.yaml:7:17",
            Assert.Single(result.Diagnostics).ToString());
    }

    [Fact]
    public void Documents_that_no_host_takes_both_may_say_different_things_of_one_address()
    {
        var result = Sources.Load(
            Sources.Document("a", Sources.Parent("mtty", "web", Sources.Uuid1) + "      prune: all\n", "  hosts: [ 'node-7*' ]\n"),
            Sources.Document("b", Sources.Parent("mtty", "web", Sources.Uuid2) + "      prune: none\n", "  hosts: [ 'node-8*' ]\n"));
        Assert.Empty(result.Diagnostics);
        Assert.Equal(Sources.Uuid1, Assert.Single(result.State.SubDevices).Id.ToString());
    }

    [Theory]
    [InlineData("'node-*'", "node-8")]
    [InlineData("node-8.rack.example", "node-8")]
    public void Documents_that_some_host_takes_both_may_not(string one, string other)
    {
        var result = Sources.Load(
            Sources.Document("a", Sources.Parent("mtty", "web", Sources.Uuid1), $"  hosts: [ {one} ]\n"),
            Sources.Document("b", Sources.Parent("mtty", "web", Sources.Uuid2), $"  hosts: [ {other} ]\n"));
        Assert.Equal("MD0052", Assert.Single(result.Diagnostics).Code.ToString());
    }

    [Fact]
    public void A_UUID_is_one_device_on_whichever_host()
    {
        var result = Sources.Load(
            Sources.Document("a", Sources.Parent("mtty", "web", Sources.Uuid1), "  hosts: [ node-7 ]\n"),
            Sources.Document("b", Sources.Parent("mtty", "web", Sources.Uuid1), "  hosts: [ node-8 ]\n"));
        Assert.Equal("MD0051", Assert.Single(result.Diagnostics).Code.ToString());
    }

    [Fact]
    public void Thousands_of_listings_of_one_parent_are_merged()
    {
        var listings = Enumerable.Range(0, 5_000).Select(number =>
            Sources.Parent("mtty", $"n{number}", $"69ea1551-d054-46e9-974d-{number:x12}") + "      prune: all\n");
        var result = Sources.Load(Sources.Document("a", string.Concat(listings)));
        Assert.Empty(result.Diagnostics);
        Assert.Equal(5_000, Assert.Single(result.State.Parents).SubDevices.Count);
    }

    [Fact]
    public void The_numbers_of_a_subfunction_and_names_of_interfaces_count_on_each_host_anew()
    {
        const string Parent = """
                - device: pci/0000:05:00.0
                  subDevices: [ { name: a, subfunction: { sfnum: 88, representor: { netdev: rep } }, ports: [ { netdev: sf } ] } ]

            """;
        var result = Sources.Load(
            Sources.Document("a", Parent, "  hosts: [ node-7 ]\n"),
            Sources.Document("b", Parent, "  hosts: [ node-8 ]\n"));
        Assert.Empty(result.Diagnostics);
        Assert.Equal("pci/0000:05:00.0/pf0sf88", Assert.Single(result.State.SubDevices).Id.ToString());
    }

    [Fact]
    public void What_one_host_may_take_twice_is_refused()
    {
        const string Parent = "    - device: pci/0000:05:00.0\n      subDevices: [ { name: N, subfunction: { sfnum: 88, representor: { netdev: rep } } } ]\n";
        var result = Sources.Load(
            Sources.Document("a", Parent.Replace("N", "a", StringComparison.Ordinal), "  hosts: [ node-7 ]\n"),
            Sources.Document("b", Parent.Replace("N", "b", StringComparison.Ordinal), "  hosts: [ 'node-*' ]\n"));
        Assert.Equal(
            [
                "1.yaml:8:54: error MD0055: the subfunction pf0sf88 of pci/0000:05:00.0 is listed twice; it is also at 0.yaml:8:54",
                "1.yaml:8:81: error MD0056: the network interface name \"rep\" is given twice; it is also at 0.yaml:8:81",
            ],
            result.Diagnostics.Select(found => found.ToString()));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Params_are_set_in_the_order_of_documents_whatever_that_of_the_files(int first, int second)
    {
        string[] documents =
        [
            Sources.Document("a", Params("{ name: two, value: 2 }, { name: one, value: 0x1 }") + Params("{ name: two, value: 2, cmode: permanent }")),
            Sources.Document("b", Params("{ name: three, value: true }, { name: one, value: 1 }") + "        eswitch: { mode: switchdev }\n"),
        ];
        var result = Sources.Load(documents[first], documents[second]);
        Assert.Empty(result.Diagnostics);
        var devlink = Assert.Single(result.State.Parents).Devlink;
        Assert.Equal("two=2 one=1 two=2 permanent three=true", string.Join(' ', devlink.Params.Select(Described)));
        Assert.Equal(DevlinkEswitchMode.Switchdev, devlink.Eswitch);
    }

    [Fact]
    public void Settings_of_parents_that_no_host_has_both_may_differ()
    {
        var result = Sources.Load(
            Sources.Document("a", Params("{ name: one, value: 1 }"), "  hosts: [ node-7 ]\n"),
            Sources.Document("b", Params("{ name: one, value: 2 }"), "  hosts: [ node-8 ]\n"));
        Assert.Empty(result.Diagnostics);
        Assert.Equal("one=1", Described(Assert.Single(Assert.Single(result.State.Parents).Devlink.Params)));
    }

    [Fact]
    public void Thousands_of_equal_settings_are_merged()
    {
        var result = Sources.Load(Sources.Document("a", string.Concat(Enumerable.Repeat(Params("{ name: one, value: 1 }"), 5_000))));
        Assert.Empty(result.Diagnostics);
        Assert.Single(Assert.Single(result.State.Parents).Devlink.Params);
    }

    private static string Params(string list) => $"    - device: pci/0000:05:00.0\n      devlink:\n        params: [ {list} ]\n";

    private static string Described(DesiredDevlinkParam param) =>
        $"{param.Name}={param.Value}{(param.Cmode is { } cmode ? $" {DevlinkWord.Of(cmode)}" : "")}";
}
