using MdevDesired.KernelTests.Machines;
using Xunit;
using static MdevDesired.KernelTests.Devlink.DevlinkText;

namespace MdevDesired.KernelTests.Devlink;

/// <summary>Subfunctions from a document to the kernel, and back to none.</summary>
[Collection(SubfunctionGroup.Name)]
public sealed class SubfunctionTests(SubfunctionMachine fixture) : SubfunctionTest(fixture)
{
    private static readonly string Tenant = Parent(
        Pf0,
        $"{Params("flow_steering_mode=smfs", "enable_roce=false")}, {Switchdev}",
        Subfunction(
            "tenant-a",
            88,
            """function: { hwAddr: "00:00:00:00:88:88" }, representor: { netdev: tenant-a-rep }""",
            $$"""devlink: { {{Params("enable_rdma=false", "rx_coalesce_usecs=16")}} }, ports: [{ netdev: tenant-a }]"""));

    [MachineFact]
    public async Task All_that_is_listed_of_one_is_there()
    {
        await ApplyAsync(Tenant);
        Assert.Equal("88 00:00:00:00:88:88 active attached", await SubfunctionsAsync(Pf0));
        Assert.Equal(("switchdev", "smfs", "false"), (await EswitchAsync(Pf0), await ParamAsync(Pf0, "flow_steering_mode"), await ParamAsync(Pf0, "enable_roce")));
        var handle = await HandleAsync(88);
        Assert.Equal(("false", "16"), (await ParamAsync(handle, "enable_rdma"), await ParamAsync(handle, "rx_coalesce_usecs")));
        Assert.Equal("00:00:00:00:88:88", await Machine.OutputOfAsync($"cat /sys/bus/{handle.Replace("/", "/devices/", StringComparison.Ordinal)}/net/tenant-a/address"));
        Assert.Equal("pf0sf88", await Machine.OutputOfAsync("cat /sys/class/net/tenant-a-rep/phys_port_name"));
        await AssertNothingToDoAsync(Tenant);
        Assert.Contains("Nothing to do: 1 sub device is as desired.", await ApplyAsync(Tenant), StringComparison.Ordinal);
    }

    [MachineFact]
    public async Task What_left_the_document_is_deactivated_and_removed()
    {
        await ApplyAsync(Tenant);
        var report = await ReportAsync(Parent(Pf0, Switchdev));
        Assert.Equal(0, report.ExitCode);
        Assert.Equal(["deactivate done", "remove-subfunction done"], Assert.Single(report.Devices).Actions);
        Assert.Equal(0, await CountSubfunctionsAsync());
        Assert.Equal("", await Machine.OutputOfAsync("ls /sys/bus/auxiliary/devices"));
    }

    [MachineFact]
    public async Task One_that_others_made_is_neither_changed_nor_removed()
    {
        await Machine.OutputOfAsync($"devlink dev eswitch set {Pf0} mode switchdev; devlink port add {Pf0} flavour pcisf pfnum 0 sfnum 7");
        await ApplyAsync(Parent(Pf0, Switchdev));
        var report = await RunOnAsync(Parent(Pf0, Switchdev, Subfunction("mine", 7)), "apply");
        Assert.Equal(4, report.ExitCode);
        Assert.Contains("was made by others and differs: it is inactive, listed is active", Unwrapped(report), StringComparison.Ordinal);
        Assert.Equal("7 00:00:00:00:00:00 inactive detached", await SubfunctionsAsync(Pf0));

        Assert.Contains("adopt", await PlanAsync(Parent(Pf0, Switchdev, Subfunction("mine", 7, "function: { state: inactive }"))), StringComparison.Ordinal);
        Assert.Equal(0, (await RunOnAsync(Parent(Pf0, Switchdev, Subfunction("mine", 7)), "apply --adopt")).ExitCode);
        Assert.Equal("7 00:00:00:00:00:00 active attached", await SubfunctionsAsync(Pf0));
    }

    [MachineFact]
    public async Task Two_hundred_and_fifty_six_are_made_on_four_parents_in_one_apply()
    {
        var parents = string.Concat(Pfs.Select((parent, number) => Parent(parent, Switchdev, [.. Enumerable.Range(1, 64).Select(sfnum => Subfunction(
            $"sf-{sfnum}",
            sfnum,
            $$"""function: { hwAddr: "02:00:00:00:{{number:x2}}:{{sfnum:x2}}" }""",
            $$"""devlink: { {{Params("io_eq_size=128")}} }, ports: [{ netdev: p{{number}}sf{{sfnum}} }]"""))])));
        Assert.Contains("256 created", await ApplyAsync(parents), StringComparison.Ordinal);
        Assert.Equal(256, await CountSubfunctionsAsync());
        Assert.Equal("256", await Machine.OutputOfAsync("ls -d /sys/class/net/p[0-3]sf* | wc -l"));
        Assert.Equal("256", await Machine.OutputOfAsync("devlink dev param show | grep -A2 'name io_eq_size' | grep -c 'value 128'"));
        Assert.Contains("Nothing to do: 256 sub devices are as desired.", await ApplyAsync(parents), StringComparison.Ordinal);

        Assert.Contains("256 removed", await ApplyAsync(string.Concat(Pfs.Select(parent => Parent(parent, "")))), StringComparison.Ordinal);
        Assert.Equal(0, await CountSubfunctionsAsync());
    }

    [MachineFact]
    public async Task Waits_for_a_device_that_comes_late_and_is_attached_later_still()
    {
        await SetAsync("activate_delay_ms", 700);
        await SetAsync("attach_delay_ms", 700);
        await ApplyAsync(Tenant);
        Assert.Equal("88 00:00:00:00:88:88 active attached", await SubfunctionsAsync(Pf0));
        Assert.Equal("false", await ParamAsync(await HandleAsync(88), "enable_rdma"));
    }

    [MachineFact]
    public async Task One_that_may_not_be_active_is_not_waited_for()
    {
        var inactive = Parent(Pf0, Switchdev, Subfunction("spare", 9, "function: { state: inactive }"));
        await ApplyAsync(inactive);
        Assert.Equal("9 00:00:00:00:00:00 inactive detached", await SubfunctionsAsync(Pf0));
        await AssertNothingToDoAsync(inactive);
    }

    [MachineFact]
    public async Task Without_a_driver_none_is_bound()
    {
        var unbound = Parent(Pf0, Switchdev, Subfunction("bare", 9, others: "driver: none"));
        await ApplyAsync(unbound);
        Assert.Equal("gone", await Machine.OutputOfAsync("[ -e /sys/bus/auxiliary/devices/mlx5_core.sf.*/driver ] || echo gone"));
        await AssertNothingToDoAsync(unbound);

        var driven = Parent(Pf0, Switchdev, Subfunction("bare", 9, others: $$"""driver: mlx5_core.sf, devlink: { {{Params("enable_rdma=false")}} }"""));
        await ApplyAsync(driven);
        Assert.Equal("false", await ParamAsync(await HandleAsync(9), "enable_rdma"));
        await AssertNothingToDoAsync(driven);
    }

    [MachineFact]
    public async Task One_whose_instance_was_moved_to_another_network_namespace_is_in_use_and_not_missing()
    {
        await ApplyAsync(Tenant);
        await Machine.OutputOfAsync($"/usr/sbin/ip netns add other; devlink dev reload {await HandleAsync(88)} netns other");
        await AssertNothingToDoAsync(Tenant);

        var apply = await RunOnAsync(Parent(Pf0, Switchdev), "apply");
        Assert.Equal(4, apply.ExitCode);
        Assert.Contains("its devlink instance is in another network namespace", Unwrapped(apply), StringComparison.Ordinal);
        Assert.Equal(1, await CountSubfunctionsAsync());
    }
}
