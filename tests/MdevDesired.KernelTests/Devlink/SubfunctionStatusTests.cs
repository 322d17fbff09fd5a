using MdevDesired.KernelTests.Machines;
using Xunit;
using static MdevDesired.KernelTests.Devlink.DevlinkText;

namespace MdevDesired.KernelTests.Devlink;

/// <summary>How subfunctions and the settings of their parents stand, for root and for an ordinary user.</summary>
[Collection(SubfunctionGroup.Name)]
public sealed class SubfunctionStatusTests(SubfunctionMachine fixture) : SubfunctionTest(fixture)
{
    private static readonly string Tenant = Parent(Pf0, Switchdev, Subfunction("tenant-a", 88));

    [MachineFact]
    public async Task Settings_and_subfunctions_stand_as_the_kernel_has_them()
    {
        var before = await RunOnAsync(Tenant, "status --exit-code");
        Assert.Equal(2, before.ExitCode);
        Assert.Contains("drifted settings its eswitch is legacy, listed is switchdev missing tenant-a pf0sf88", Unwrapped(before), StringComparison.Ordinal);
        await ApplyAsync(Tenant);
        var after = await RunOnAsync(Tenant, "status --exit-code");
        Assert.True(after.ExitCode == 0, after.ToString());
        Assert.Contains("in sync settings in sync tenant-a pf0sf88", Unwrapped(after), StringComparison.Ordinal);
    }

    [MachineFact]
    public async Task A_subfunction_that_nobody_lists_is_seen_where_no_document_has_one()
    {
        await ApplyAsync(Parent(Pf0, Switchdev));
        await Machine.OutputOfAsync($"devlink port add {Pf0} flavour pcisf pfnum 0 sfnum 99");
        var result = await RunOnAsync("    - { device: 0000:00:06.0 }\n", "status -o prometheus");
        Assert.Contains($"{{parent=\"{Pf0}\",device=\"{Pf0}/pf0sf99\",kind=\"subfunction\",name=\"\",document=\"\",state=\"unmanaged\"}} 1\n", result.Stdout, StringComparison.Ordinal);
    }

    [MachineFact]
    public async Task An_ordinary_user_is_told_what_takes_root_to_read()
    {
        await ApplyAsync(Tenant);
        var result = await Machine.RunAsync($"su -s /bin/sh nobody -c 'mdev-desired status -f {DocumentPath}'");
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("MD0119", result.Stdout, StringComparison.Ordinal);
        Assert.Contains("hint: run as root", result.Stdout, StringComparison.Ordinal);
        Assert.Contains("tenant-a", result.Stdout, StringComparison.Ordinal);
        Assert.Contains("exists as listed; its maker is unknown", Unwrapped(result), StringComparison.Ordinal);
    }
}
