using MdevDesired.KernelTests.Machines;
using Xunit;
using static MdevDesired.KernelTests.Devlink.DevlinkText;

namespace MdevDesired.KernelTests.Devlink;

/// <summary>What cannot be is told before anything is done about it, with what could be.</summary>
[Collection(SubfunctionGroup.Name)]
public sealed class BadInputTests(SubfunctionMachine fixture) : SubfunctionTest(fixture)
{
    [MachineFact]
    public async Task A_param_that_the_driver_does_not_have()
    {
        var words = await BlockedAsync(Parent(Pf0, $"{Params("enable_rocee=true")}, {Switchdev}", Subfunction("a", 1)));
        Assert.Contains("pci/0000:00:05.0: its devlink instance has no param enable_rocee; it has enable_eth, enable_rdma, enable_roce,", words, StringComparison.Ordinal);
        Assert.Contains("did you mean \"enable_roce\"?", words, StringComparison.Ordinal);
        Assert.Contains("a waits for the settings of the parent", words, StringComparison.Ordinal);
        Assert.Equal(0, await CountSubfunctionsAsync());
    }

    [MachineFact]
    public async Task A_value_outside_its_type()
    {
        Assert.Contains(
            "enable_roce takes true or false, listed is 7", await BlockedAsync(Parent(Pf0, Params("enable_roce=7"))), StringComparison.Ordinal);
        Assert.Contains(
            "fw_load_policy takes a whole number from 0 to 255, listed is 256", await BlockedAsync(Parent(Pf0, Params("fw_load_policy=256"))), StringComparison.Ordinal);
    }

    [MachineFact]
    public async Task A_cmode_that_the_driver_does_not_offer() => Assert.Contains(
        "enable_roce is not offered as runtime, its driver has it as driverinit",
        await BlockedAsync(Parent(Pf0, "params: [{ name: enable_roce, value: true, cmode: runtime }]")),
        StringComparison.Ordinal);

    [MachineFact]
    public async Task A_port_that_the_device_does_not_show()
    {
        await ApplyAsync(Parent(Pf0, Switchdev, Subfunction("a", 1)));
        Assert.Contains(
            "its devlink instance shows no port 7; it shows 0",
            await BlockedAsync(Parent(Pf0, Switchdev, Subfunction("a", 1, others: "ports: [{ index: 7 }]"))),
            StringComparison.Ordinal);
    }

    [MachineFact]
    public async Task A_parent_without_devlink() => Assert.Contains(
        "pci/0000:00:01.0 has no devlink instance in this network namespace", await BlockedAsync(Parent("pci/0000:00:01.0", Switchdev)), StringComparison.Ordinal);

    private async Task<string> BlockedAsync(string parents)
    {
        var plan = await RunOnAsync(parents, "plan --exit-code");
        Assert.Equal(2, plan.ExitCode);
        var apply = await RunOnAsync(parents, "apply");
        Assert.Equal(4, apply.ExitCode);
        return Unwrapped(plan);
    }
}
