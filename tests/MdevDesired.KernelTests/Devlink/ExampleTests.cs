using MdevDesired.KernelTests.Machines;
using Xunit;

namespace MdevDesired.KernelTests.Devlink;

/// <summary>The examples with devlink, as they stand in examples/.</summary>
[Collection(SubfunctionGroup.Name)]
public sealed class ExampleTests(SubfunctionMachine fixture) : SubfunctionTest(fixture)
{
    private const string Gateway = "mdev/2f1b7a10-7c2e-4d0a-9a51-190308000101";

    [MachineFact]
    public async Task Subfunctions_are_made_as_listed()
    {
        await ApplyTwiceAsync("subfunctions", devices: 3);
        Assert.Equal(
            "88 00:00:00:00:88:88 active attached\n89 00:00:00:00:00:00 active attached\n90 00:00:00:00:88:90 inactive detached",
            await SubfunctionsAsync(Pf1));
        Assert.Equal(("switchdev", "512"), (await EswitchAsync(Pf1), await ParamAsync(Pf1, "io_eq_size")));
        var tenant = await HandleAsync(88);
        Assert.Equal(
            ("false", "false", "64"),
            (await ParamAsync(tenant, "enable_rdma"), await ParamAsync(tenant, "enable_roce"), await ParamAsync(tenant, "io_eq_size")));
        Assert.Equal("tenant-a", await NetdevOfAsync(tenant));
        Assert.Equal("pf1sf88\npf1sf90", await PortNamesAsync("tenant-a-rep", "reserve-rep"));
    }

    [MachineFact]
    public async Task A_switch_is_set_up_before_its_mode_is_changed()
    {
        await ApplyTwiceAsync("switchdev", devices: 2);
        Assert.Equal(("switchdev", "switchdev"), (await EswitchAsync(Pf2), await EswitchAsync(Pf3)));
        Assert.Equal(("smfs", "false"), (await ParamAsync(Pf2, "flow_steering_mode"), await ParamAsync(Pf2, "esw_port_metadata")));
        Assert.Equal("1 00:00:00:00:06:01 active attached\n2 00:00:00:00:06:02 active attached", await SubfunctionsAsync(Pf2));
        Assert.Equal("pf0sf1\npf0sf2", await PortNamesAsync("sw-a", "sw-b"));
        Assert.Equal(("host-a", "host-b"), (await NetdevOfAsync(await HandleAsync(1)), await NetdevOfAsync(await HandleAsync(2))));
    }

    [MachineFact]
    public async Task Ports_have_the_listed_types_and_names()
    {
        await ApplyTwiceAsync("ports", devices: 2);
        var ports = await Machine.OutputOfAsync($"devlink port show | grep ^{Gateway}/");
        Assert.Collection(
            ports.Split('\n'),
            port => Assert.Contains("/0: type eth netdev gateway0", port, StringComparison.Ordinal),
            port => Assert.Contains("/1: type ib", port, StringComparison.Ordinal),
            port => Assert.Contains("/2: type eth", port, StringComparison.Ordinal));
        Assert.Equal("256", await ParamAsync(Gateway, "io_eq_size"));
        Assert.Equal("7 00:00:00:00:00:00 active attached", await SubfunctionsAsync(Pf3));
        Assert.Equal("tenant-c", await NetdevOfAsync(await HandleAsync(7)));
        Assert.Equal("pf1sf7", await PortNamesAsync("tenant-c-rep"));
    }

    // Nothing is written the second time, not even the ledger.
    private async Task ApplyTwiceAsync(string example, int devices)
    {
        var document = await File.ReadAllTextAsync(MachineParts.InRepository($"examples/{example}.yaml"));
        Assert.Contains($"{devices} created", await ApplyDocumentAsync(document), StringComparison.Ordinal);
        var ledger = await LedgerAsync();
        var indices = await Machine.OutputOfAsync("devlink port show | cut -d' ' -f1");
        Assert.Contains($"Nothing to do: {devices} sub devices are as desired.", await ApplyDocumentAsync(document), StringComparison.Ordinal);
        Assert.Equal((ledger, indices), (await LedgerAsync(), await Machine.OutputOfAsync("devlink port show | cut -d' ' -f1")));
    }

    private Task<string> LedgerAsync() => Machine.OutputOfAsync("stat -c %i /run/mdev-desired/ledger.json; cat /run/mdev-desired/ledger.json");

    /// <summary>The network interface of an instance that has one port.</summary>
    private Task<string> NetdevOfAsync(string handle) =>
        Machine.OutputOfAsync($"devlink port show | sed -n 's#^{handle}/.* netdev \\([^ ]*\\).*#\\1#p'");

    private Task<string> PortNamesAsync(params string[] netdevs) =>
        Machine.OutputOfAsync($"cd /sys/class/net; cat {string.Join(' ', netdevs.Select(name => $"{name}/phys_port_name"))}");
}
