using MdevDesired.KernelTests.Machines;
using Xunit;

namespace MdevDesired.KernelTests.Boot;

/// <summary>What a boot leaves, before anybody has done anything by hand.</summary>
[Collection(HostGroup.Name)]
public sealed class ColdBootTests(Host fixture) : BootTest(fixture)
{
    private static readonly string[] Devices = [Web, "tenant-a", "tenant-a-rep"];

    [MachineTheory]
    [InlineData("libvirtd")]
    [InlineData("consumer")]
    public async Task The_devices_are_there_before_a_unit_that_uses_them_starts(string unit)
    {
        var seen = (await Machine.OutputOfAsync($"cat /run/{unit}.saw")).Split('\n');
        Assert.Equal(Devices, Devices.Intersect(seen));
    }

    [MachineFact]
    public async Task The_boot_ends_without_a_failed_unit_or_a_cycle_among_them()
    {
        Assert.True(fixture.Failed.Length == 0, $"{fixture.Failed}\n{fixture.Status}");
        Assert.Equal("", await Machine.OutputOfAsync("journalctl -b -o cat | grep -i 'ordering cycle' || true"));
        Assert.Equal("active", await PropertyAsync("multi-user.target", "ActiveState"));
    }

    [MachineFact]
    public void The_unit_says_in_its_status_what_it_did()
    {
        Assert.Contains("Active: active (exited)", fixture.Status, StringComparison.Ordinal);
        Assert.Contains("Applied: 2 created", fixture.Status, StringComparison.Ordinal);
    }

    [MachineTheory]
    [InlineData("tenant-a", "address", "00:00:00:00:88:88")]
    [InlineData("tenant-a-rep", "phys_port_name", "pf0sf88")]
    public async Task An_interface_keeps_the_listed_name_once_udev_is_done(string name, string attribute, string value)
    {
        await Machine.OutputOfAsync("udevadm settle", Patience);
        Assert.Equal(value, await Machine.OutputOfAsync($"cat /sys/class/net/{name}/{attribute}"));
        var known = await Machine.OutputOfAsync($"udevadm info /sys/class/net/{name}");
        Assert.Contains("E: USEC_INITIALIZED=", known, StringComparison.Ordinal);
    }

    [MachineTheory]
    [InlineData("mdev-desired.service")]
    [InlineData("mdev-desired@soft0.service")]
    [InlineData("mdev-desired-watch.service")]
    public async Task The_units_are_exposed_by_3_at_most(string unit)
    {
        var result = await Machine.RunAsync($"systemd-analyze security --no-pager --threshold=30 {unit}", Patience);
        Assert.True(result.ExitCode == 0, result.Stdout);
    }
}
