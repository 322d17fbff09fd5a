using MdevDesired.KernelTests.Machines;
using Xunit;
using static MdevDesired.KernelTests.Devlink.DevlinkText;

namespace MdevDesired.KernelTests.Devlink;

/// <summary>What the kernel refuses stands in the report in its own words, and nothing half made is left.</summary>
[Collection(SubfunctionGroup.Name)]
public sealed class RefusalTests(SubfunctionMachine fixture) : SubfunctionTest(fixture)
{
    [MachineFact]
    public async Task A_subfunction_outside_switchdev_mode()
    {
        await AssertRefusedAsync(Parent(Pf0, "", Subfunction("a", 1)), "Subfunctions need the eswitch in switchdev mode", "add-subfunction refused EOPNOTSUPP");
        Assert.Equal(0, await CountSubfunctionsAsync());
    }

    [MachineFact]
    public async Task A_wrong_pfnum()
    {
        await AssertRefusedAsync(Parent(Pf0, Switchdev, Subfunction("a", 1, "pfnum: 3")), "This pfnum belongs to another PCI function", "add-subfunction refused EOPNOTSUPP");
        Assert.Equal(0, await CountSubfunctionsAsync());
    }

    [MachineFact]
    public Task A_controller_that_is_not_there() => AssertRefusedAsync(
        Parent(Pf0, Switchdev, Subfunction("a", 1, "controller: 1")), "There is no external controller", "add-subfunction refused EOPNOTSUPP");

    [MachineFact]
    public async Task A_number_that_is_still_in_use()
    {
        await ApplyAsync(Parent(Pf0, Switchdev, Subfunction("a", 1)));
        await SetAsync("remove_delay_ms", 3000);
        await Machine.OutputOfAsync($"devlink port del {await PortAsync(Pf0, 1)}");
        await AssertRefusedAsync(Parent(Pf0, Switchdev, Subfunction("a", 1)), "This sfnum is in use", "add-subfunction refused EEXIST");
        await SetAsync("remove_delay_ms", 0);
        await Machine.OutputOfAsync("until [ -z \"$(ls /sys/bus/auxiliary/devices)\" ]; do usleep 10000; done");
        await ApplyAsync(Parent(Pf0, Switchdev, Subfunction("a", 1)));
    }

    [MachineFact]
    public async Task A_reload_of_a_parent_that_has_subfunctions()
    {
        await ApplyAsync(Parent(Pf0, Switchdev, Subfunction("a", 1)));
        var changed = Parent(Pf0, $"{Params("enable_roce=false")}, {Switchdev}", Subfunction("a", 1), Subfunction("b", 2));
        var report = await AssertRefusedAsync(changed, "No reload while there are subfunctions", "reload refused EOPNOTSUPP");
        Assert.Equal("param enable_roce was set back to true", report.Devices[0].CleanUp);
        Assert.Equal("true", await ParamAsync(Pf0, "enable_roce"));
        Assert.Contains("the settings of pci/0000:00:05.0 failed", report.Devices[1].Failure, StringComparison.Ordinal);
        Assert.Equal("1 00:00:00:00:00:00 active attached", await SubfunctionsAsync(Pf0));
    }

    [MachineFact]
    public async Task An_activation_that_fails_leaves_nothing()
    {
        await SetAsync("fail_activate_nth", 2);
        var report = await AssertRefusedAsync(
            Parent(Pf0, Switchdev, Subfunction("a", 1), Subfunction("b", 2)), "Failed as fail_activate_nth asked for", "activate refused EIO");
        Assert.Equal("the half-made device was removed again", Assert.Single(report.Failed).CleanUp);
        Assert.Equal(1, await CountSubfunctionsAsync());
        await SetAsync("fail_activate_nth", 0);
        await ApplyAsync(Parent(Pf0, Switchdev, Subfunction("a", 1), Subfunction("b", 2)));
    }

    [MachineFact]
    public async Task A_value_that_the_driver_does_not_take()
    {
        await AssertRefusedAsync(
            Parent(Pf0, $"{Params("flow_steering_mode=hmfs")}, {Switchdev}", Subfunction("a", 1)), "Flow steering is done by dmfs or smfs", "set-param refused EINVAL");
        Assert.Equal(("legacy", 0), (await EswitchAsync(Pf0), await CountSubfunctionsAsync()));
    }

    [MachineFact]
    public async Task A_value_of_a_new_subfunctions_param_that_its_driver_does_not_take()
    {
        await AssertRefusedAsync(
            Parent(Pf0, Switchdev, Subfunction("a", 1, others: $$"""devlink: { {{Params("io_eq_size=7")}} }""")), "An event queue has 64 to 4096 entries", "set-param refused EINVAL");
        Assert.Equal(0, await CountSubfunctionsAsync());
    }

    [MachineFact]
    public async Task A_busy_eswitch_is_tried_again()
    {
        await SetAsync("eswitch_busy", 3);
        await ApplyAsync(Parent(Pf0, Switchdev, Subfunction("a", 1)));
        Assert.Equal("switchdev", await EswitchAsync(Pf0));
    }

    [MachineFact]
    public async Task Legacy_mode_while_subfunctions_are_listed()
    {
        await ApplyAsync(Parent(Pf0, Switchdev, Subfunction("a", 1)));
        var apply = await RunOnAsync(Parent(Pf0, "eswitch: { mode: legacy }", Subfunction("a", 1)), "apply");
        Assert.Equal(4, apply.ExitCode);
        Assert.Contains("its eswitch cannot become legacy, which deletes every subfunction, while 1 is listed", Unwrapped(apply), StringComparison.Ordinal);
        Assert.Equal(("switchdev", 1), (await EswitchAsync(Pf0), await CountSubfunctionsAsync()));

        await ApplyAsync(Parent(Pf0, "eswitch: { mode: legacy }"));
        Assert.Equal(("legacy", 0), (await EswitchAsync(Pf0), await CountSubfunctionsAsync()));
    }

    [MachineFact]
    public async Task Legacy_mode_while_others_have_subfunctions()
    {
        await Machine.OutputOfAsync($"devlink dev eswitch set {Pf0} mode switchdev; devlink port add {Pf0} flavour pcisf pfnum 0 sfnum 7");
        var apply = await RunOnAsync(Parent(Pf0, "eswitch: { mode: legacy }"), "apply");
        Assert.Equal(4, apply.ExitCode);
        Assert.Contains("legacy mode deletes them: pf0sf7", Unwrapped(apply), StringComparison.Ordinal);
        Assert.Equal(1, await CountSubfunctionsAsync());
    }

    private async Task<RunReport> AssertRefusedAsync(string parents, string words, string action)
    {
        var report = await ReportAsync(parents);
        Assert.Equal(4, report.ExitCode);
        Assert.Contains(report.Failed, device => device.Failure!.Contains(words, StringComparison.Ordinal) && device.Actions.Contains(action));
        return report;
    }
}
