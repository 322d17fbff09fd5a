using MdevDesired.KernelTests.Machines;
using Xunit;
using static MdevDesired.KernelTests.Devlink.DevlinkText;

namespace MdevDesired.KernelTests.Devlink;

/// <summary>Each thing that a document says of a subfunction and of its parent is changed by hand, shown and mended.</summary>
[Collection(SubfunctionGroup.Name)]
public sealed class DriftTests(SubfunctionMachine fixture) : SubfunctionTest(fixture)
{
    private static readonly string Listed = Parent(
        Pf0,
        $"{Params("enable_roce=true", "esw_port_metadata=true", "msix_vec_per_pf_max=64")}, {Switchdev}",
        Subfunction(
            "a",
            1,
            """function: { hwAddr: "00:00:00:00:00:0a" }, representor: { netdev: a-rep }""",
            $$"""devlink: { {{Params("enable_rdma=false", "rx_coalesce_usecs=16")}} }, ports: [{ netdev: a0 }]"""));

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await ApplyAsync(Listed);
    }

    [MachineFact]
    public async Task The_address_of_its_function()
    {
        await DriftAsync(
            Listed,
            $"devlink port function set {await PortAsync(Pf0, 1)} hw_addr 00:00:00:00:00:bb",
            "hw_addr is 00:00:00:00:00:bb, listed is 00:00:00:00:00:0a",
            "deactivate (disrupts whoever uses the device)");
        Assert.Equal("00:00:00:00:00:0a", await Machine.OutputOfAsync("cat /sys/class/net/a0/address"));
    }

    [MachineFact]
    public async Task Its_state()
    {
        await DriftAsync(Listed, $"devlink port function set {await PortAsync(Pf0, 1)} state inactive", "it is inactive, listed is active");
        Assert.Equal("false", await ParamAsync(await HandleAsync(1), "enable_rdma"));
    }

    [MachineFact]
    public async Task The_whole_of_it()
    {
        await DriftAsync(Listed, $"devlink port del {await PortAsync(Pf0, 1)}; sleep 1", "is listed and absent");
        Assert.Equal("1 00:00:00:00:00:0a active attached", await SubfunctionsAsync(Pf0));
    }

    [MachineFact]
    public async Task A_runtime_param_of_its_instance_in_one_message()
    {
        await Machine.OutputOfAsync($"devlink dev param set {await HandleAsync(1)} name rx_coalesce_usecs value 32 cmode runtime");
        var report = await ReportAsync(Listed);
        Assert.Equal(["set-param done"], Assert.Single(report.Applied).Actions);
        Assert.Equal("16", await ParamAsync(await HandleAsync(1), "rx_coalesce_usecs"));
    }

    [MachineFact]
    public async Task A_driverinit_param_of_its_instance_with_its_reload()
    {
        await DriftAsync(
            Listed,
            $"devlink dev param set {await HandleAsync(1)} name enable_rdma value true cmode driverinit",
            "enable_rdma is true, listed is false",
            "reload (disrupts whoever uses the device): makes driverinit params take effect");
        Assert.Equal("a0", await Machine.OutputOfAsync($"ls /sys/bus/{(await HandleAsync(1)).Replace("/", "/devices/", StringComparison.Ordinal)}/net"));
    }

    [MachineFact]
    public Task The_name_of_its_network_interface() =>
        DriftAsync(Listed, "ip link set a0 name other0", "the network interface of port 0 is other0, listed is a0");

    [MachineFact]
    public Task The_name_of_its_representor() =>
        DriftAsync(Listed, "ip link set a-rep name other1", "the network interface of the representor is other1, listed is a-rep");

    [MachineFact]
    public async Task A_network_interface_that_is_up_keeps_its_name_until_it_is_down()
    {
        await Machine.OutputOfAsync("ip link set a0 name other0; ip link set other0 up");
        var apply = await RunOnAsync(Listed, "apply");
        Assert.Equal(4, apply.ExitCode);
        Assert.Contains("the network interface other0 is up and keeps its name, listed is a0", Unwrapped(apply), StringComparison.Ordinal);
        await DriftAsync(Listed, "ip link set other0 down");
    }

    [MachineFact]
    public Task The_mode_of_the_eswitch() =>
        DriftAsync(Listed, $"devlink dev eswitch set {Pf0} mode legacy", "its eswitch is legacy, listed is switchdev", "is listed and absent");

    [MachineFact]
    public async Task A_permanent_param_of_the_parent()
    {
        await DriftAsync(
            Listed, $"devlink dev param set {Pf0} name msix_vec_per_pf_max value 32 cmode permanent", "msix_vec_per_pf_max is 32, listed is 64");
        Assert.Equal("64", await ParamAsync(Pf0, "msix_vec_per_pf_max"));
    }

    [MachineFact]
    public async Task A_driverinit_param_of_a_parent_without_subfunctions_with_its_reload()
    {
        var alone = Parent(Pf1, $"{Params("enable_roce=true", "event_eq_size=1024")}, {Switchdev}");
        await ApplyAsync(alone);
        await DriftAsync(
            alone,
            $"devlink dev param set {Pf1} name event_eq_size value 2048 cmode driverinit",
            "event_eq_size is 2048, listed is 1024",
            "set-eswitch switchdev (disrupts whoever uses the device): the reload may put it back");
        Assert.Equal("switchdev", await EswitchAsync(Pf1));
    }
}
