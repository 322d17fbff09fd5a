using MdevDesired.KernelTests.Machines;
using Xunit;
using static MdevDesired.KernelTests.Devlink.DevlinkText;

namespace MdevDesired.KernelTests.Devlink;

/// <summary>Devlink settings on a driver that nobody here wrote: the kernel's own netdevsim.</summary>
public sealed class NetdevsimTests(DevlinkMachine fixture) : MdevTest(fixture), IClassFixture<DevlinkMachine>
{
    private const string Device = "netdevsim/netdevsim20";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Machine.OutputOfAsync("echo '20 2 4' > /sys/bus/netdevsim/new_device; echo 2 > /sys/bus/netdevsim/devices/netdevsim20/sriov_numvfs");
    }

    public override async Task DisposeAsync()
    {
        await Machine.OutputOfAsync("echo 20 > /sys/bus/netdevsim/del_device");
        await base.DisposeAsync();
    }

    [MachineFact]
    public async Task Sets_params_and_reloads_where_they_are_driverinit()
    {
        var listed = Parent(Device, Params("max_macs=64", "test1=false"));
        var report = await ReportAsync(listed);
        Assert.Equal(["set-param done", "set-param done", "reload done"], Assert.Single(report.Applied).Actions);
        Assert.Equal("64", await Machine.OutputOfAsync($"devlink dev param show {Device} name max_macs | sed -n 's/.*value //p'"));
        await AssertNothingToDoAsync(listed);
    }

    [MachineFact]
    public async Task Sets_the_eswitch_mode_there_and_back()
    {
        foreach (var mode in new[] { "switchdev", "legacy" })
        {
            var listed = Parent(Device, $"eswitch: {{ mode: {mode} }}");
            await ApplyAsync(listed);
            Assert.Contains($"mode {mode}", await Machine.OutputOfAsync($"devlink dev eswitch show {Device}"), StringComparison.Ordinal);
            await AssertNothingToDoAsync(listed);
        }
    }

    [MachineFact]
    public async Task A_refused_reload_gives_the_drivers_words_and_puts_the_params_back()
    {
        var before = await Machine.OutputOfAsync($"devlink dev param show {Device} name max_macs | sed -n 's/.*value //p'");
        await Machine.OutputOfAsync("echo Y > /sys/kernel/debug/netdevsim/netdevsim20/dont_allow_reload");
        var report = await ReportAsync(Parent(Device, Params("max_macs=16")));
        Assert.Equal(4, report.ExitCode);
        Assert.Contains("User forbid the reload for testing purposes", Assert.Single(report.Failed).Failure, StringComparison.Ordinal);
        Assert.Equal(before, await Machine.OutputOfAsync($"devlink dev param show {Device} name max_macs | sed -n 's/.*value //p'"));
    }

    [MachineFact]
    public async Task A_reload_that_failed_is_made_again()
    {
        await Machine.OutputOfAsync("echo Y > /sys/kernel/debug/netdevsim/netdevsim20/fail_reload");
        var listed = Parent(Device, Params("max_macs=16"));
        var report = await ReportAsync(listed);
        Assert.Contains("User setup the reload to fail for testing purposes", Assert.Single(report.Failed).Failure, StringComparison.Ordinal);
        await Machine.OutputOfAsync("echo N > /sys/kernel/debug/netdevsim/netdevsim20/fail_reload");
        await ApplyAsync(listed);
        await AssertNothingToDoAsync(listed);
        Assert.Contains("netdevsim20/0", await Machine.OutputOfAsync("devlink port show"), StringComparison.Ordinal);
    }

    [MachineFact]
    public async Task Shows_its_ports_params_and_eswitch()
    {
        var shown = await Machine.OutputOfAsync("mdev-desired show");
        Assert.Contains(Device, shown, StringComparison.Ordinal);
        Assert.Contains("max_macs", shown, StringComparison.Ordinal);
        Assert.Contains("legacy", shown, StringComparison.Ordinal);
    }

    [MachineFact]
    public async Task A_subfunction_is_refused_in_the_kernels_words()
    {
        var report = await ReportAsync(Parent(Device, "", Subfunction("a", 1)));
        Assert.Equal(4, report.ExitCode);
        Assert.Contains("EOPNOTSUPP", Assert.Single(report.Failed).Failure, StringComparison.Ordinal);
    }

}
