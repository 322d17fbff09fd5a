using MdevDesired.KernelTests.Machines;
using Xunit;

namespace MdevDesired.KernelTests.Devlink;

/// <summary>The examples on devlink, applied as they stand.</summary>
[Collection(SubfunctionGroup.Name)]
public sealed class ExampleTests(SubfunctionMachine fixture) : SubfunctionTest(fixture)
{
    [MachineFact]
    public async Task Subfunctions()
    {
        await ApplyExampleAsync("subfunctions");
        Assert.Equal(
            "88 00:00:00:00:88:88 active attached\n89 00:00:00:00:00:00 active attached\n90 00:00:00:00:88:90 inactive detached",
            await SubfunctionsAsync(Pf1));
        Assert.Equal("512", await ParamAsync(Pf1, "io_eq_size"));
        Assert.Equal(("false", "64"), (await ParamAsync(await HandleAsync(88), "enable_roce"), await ParamAsync(await HandleAsync(88), "io_eq_size")));
        Assert.Equal("reserve-rep\ntenant-a\ntenant-a-rep", await Machine.OutputOfAsync("cd /sys/class/net; ls -d reserve-rep tenant-a tenant-a-rep"));
    }

    [MachineFact]
    public async Task Switchdev()
    {
        await ApplyExampleAsync("switchdev");
        Assert.Equal(("switchdev", "switchdev"), (await EswitchAsync(Pf2), await EswitchAsync(Pf3)));
        Assert.Equal(("smfs", "false"), (await ParamAsync(Pf2, "flow_steering_mode"), await ParamAsync(Pf2, "esw_port_metadata")));
        Assert.Equal("pf0sf1\npf0sf2", await Machine.OutputOfAsync("cat /sys/class/net/sw-a/phys_port_name /sys/class/net/sw-b/phys_port_name"));
    }

    [MachineFact]
    public async Task Ports()
    {
        await ApplyExampleAsync("ports");
        Assert.Equal(
            "0 eth\n1 ib\n2 eth",
            await Machine.OutputOfAsync("devlink port show | sed -n 's,^mdev/[^/]*/\\([0-9]*\\): type \\([a-z]*\\).*,\\1 \\2,p'"));
        Assert.Equal("gateway0\ntenant-c\ntenant-c-rep", await Machine.OutputOfAsync("cd /sys/class/net; ls -d gateway0 tenant-c tenant-c-rep"));
    }

    private async Task ApplyExampleAsync(string name)
    {
        var example = await File.ReadAllTextAsync(MachineParts.InRepository($"examples/{name}.yaml"));
        await ApplyDocumentAsync(example);
        Assert.Contains("Nothing to do", await ApplyDocumentAsync(example), StringComparison.Ordinal);
        Assert.Equal(0, (await RunOnDocumentAsync(example, "plan --exit-code")).ExitCode);
    }
}
