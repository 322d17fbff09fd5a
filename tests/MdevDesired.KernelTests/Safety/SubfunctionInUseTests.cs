using MdevDesired.KernelTests.Devlink;
using MdevDesired.KernelTests.Machines;
using Xunit;
using static MdevDesired.KernelTests.Devlink.DevlinkText;

namespace MdevDesired.KernelTests.Safety;

/// <summary>Subfunctions that somebody uses, and parents on which somebody stands, are left as they are, and the user is named.</summary>
[Collection(SubfunctionGroup.Name)]
public sealed class SubfunctionInUseTests(SubfunctionMachine fixture) : SubfunctionTest(fixture)
{
    private static readonly string Named = Subfunction("a", 1, "representor: { netdev: a-rep }", "ports: [{ netdev: a0 }]");
    private static readonly string Listed = Parent(Pf0, Switchdev, Named, Subfunction("b", 2));
    private static readonly string None = Parent(Pf0, Switchdev);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await ApplyAsync(Listed);
    }

    [MachineTheory]
    [InlineData("a0", "the network interface a0 is up")]
    [InlineData("a-rep", "the representor a-rep is up")]
    public async Task One_whose_interface_or_representor_is_up_is_not_removed_until_it_is_down(string netdev, string words)
    {
        await Machine.OutputOfAsync($"ip link set {netdev} up");
        await AssertSparedAsync(None, words);
        await Machine.OutputOfAsync($"ip link set {netdev} down");
        await ApplyAsync(None);
        Assert.Equal("", await SubfunctionsAsync(Pf0));
    }

    [MachineFact]
    public async Task One_whose_representor_is_part_of_a_bridge_keeps_its_address_and_its_name()
    {
        await Machine.OutputOfAsync("/usr/sbin/ip link add br0 type bridge; /usr/sbin/ip link set a-rep master br0");
        const string words = "the representor a-rep is part of br0";
        var address = Named.Replace("sfnum: 1", "sfnum: 1, function: { hwAddr: \"00:00:00:00:00:01\" }", StringComparison.Ordinal);
        await AssertSparedAsync(Parent(Pf0, Switchdev, address), words);
        await AssertSparedAsync(Parent(Pf0, Switchdev, Named.Replace("a-rep", "other-rep", StringComparison.Ordinal)), words);
        await Machine.OutputOfAsync("/usr/sbin/ip link del br0");
    }

    [MachineFact]
    public async Task A_representor_that_is_up_does_not_keep_its_subfunction_from_a_reload()
    {
        await Machine.OutputOfAsync("ip link set a-rep up");
        await ApplyAsync(Parent(
            Pf0, Switchdev, Subfunction("a", 1, "representor: { netdev: a-rep }", $$"""devlink: { {{Params("enable_rdma=false")}} }"""), Subfunction("b", 2)));
        Assert.Equal("false", await ParamAsync(await HandleAsync(1), "enable_rdma"));
    }

    [MachineFact]
    public async Task One_that_was_moved_to_another_namespace_is_not_removed_when_it_leaves_the_document()
    {
        await Machine.OutputOfAsync($"/usr/sbin/ip netns add other; devlink dev reload {await HandleAsync(1)} netns other");
        await AssertSparedAsync(None, "its devlink instance is in another network namespace");
        var result = await RunOnAsync(None, "apply --allow-disruption");
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal("", await SubfunctionsAsync(Pf0));
    }

    [MachineFact]
    public async Task Where_disruption_is_allowed_one_that_is_up_is_removed_and_the_plan_says_so()
    {
        await Machine.OutputOfAsync("ip link set a0 up");
        var plan = Unwrapped(await RunOnAsync(None, "plan --allow-disruption"));
        Assert.Contains("is in use, and disruption is allowed: the network interface a0 is up", plan, StringComparison.Ordinal);
        var result = await RunOnAsync(None, "apply --allow-disruption");
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal("", await SubfunctionsAsync(Pf0));
    }

    [MachineFact]
    public async Task The_eswitch_of_a_parent_stays_while_a_subfunction_of_it_is_up()
    {
        await Machine.OutputOfAsync("ip link set a0 up");
        var legacy = await RunOnAsync(Parent(Pf0, "eswitch: { mode: legacy }"), "apply");
        Assert.Equal(4, legacy.ExitCode);
        Assert.Contains("the network interface a0 is up", Unwrapped(legacy), StringComparison.Ordinal);
        Assert.Equal("switchdev", await EswitchAsync(Pf0));
    }

    [MachineFact]
    public async Task A_parent_is_not_reloaded_while_a_subfunction_of_it_is_up()
    {
        await Machine.OutputOfAsync("ip link set a0 up");
        var result = await RunOnAsync(Parent(Pf0, $"{Params("event_eq_size=2048")}, {Switchdev}", Named, Subfunction("b", 2)), "apply");
        Assert.Equal(4, result.ExitCode);
        Assert.Contains($"{Pf0} is in use and stays as it is: the network interface a0 is up (of pf0sf1)", Unwrapped(result), StringComparison.Ordinal);
        Assert.NotEqual("2048", await ParamAsync(Pf0, "event_eq_size"));
    }

    [MachineFact]
    public async Task A_parent_whose_uplink_has_an_address_is_not_reloaded_and_one_that_is_merely_up_is()
    {
        var reloaded = Parent(Pf1, Params("event_eq_size=2048"));
        var uplink = await Machine.OutputOfAsync("ls /sys/bus/pci/devices/0000:00:05.1/net");
        await Machine.OutputOfAsync($"ip link set {uplink} up; ip address add 192.0.2.7/24 dev {uplink}");
        var result = await RunOnAsync(reloaded, "apply");
        Assert.Equal(4, result.ExitCode);
        Assert.Contains($"the network interface {uplink} has the address 192.0.2.7", Unwrapped(result), StringComparison.Ordinal);
        Assert.NotEqual("2048", await ParamAsync(Pf1, "event_eq_size"));

        await Machine.OutputOfAsync($"ip address del 192.0.2.7/24 dev {uplink}");
        await ApplyAsync(reloaded);
        Assert.Equal("2048", await ParamAsync(Pf1, "event_eq_size"));
    }

    // What nobody uses goes on: the device b leaves where the document does not list it.
    private async Task AssertSparedAsync(string parents, string words)
    {
        var before = await Machine.OutputOfAsync("devlink port show | grep -A1 'sfnum 1 '");
        var result = await RunOnAsync(parents, "apply");
        Assert.Equal(4, result.ExitCode);
        Assert.Contains(words, Unwrapped(result), StringComparison.Ordinal);
        Assert.Equal(before, await Machine.OutputOfAsync("devlink port show | grep -A1 'sfnum 1 '"));
        Assert.Equal(1, await CountSubfunctionsAsync());
    }
}
