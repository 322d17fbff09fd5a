using System.Globalization;
using MdevDesired.KernelTests.Machines;
using Xunit;

namespace MdevDesired.KernelTests.Boot;

/// <summary>A parent that registers 20 s after the boot unit has ended, and drivers that are loaded again.</summary>
[Collection(HostGroup.Name)]
public sealed class LateParentTests(Host fixture) : BootTest(fixture)
{
    [MachineFact]
    public async Task A_parent_that_registers_20_s_late_gets_its_devices_from_udev()
    {
        await UntilAsync($"[ -e /sys/bus/mdev/devices/{Late} ]");
        await UntilAsync("[ $(systemctl show -P ActiveState mdev-desired@soft0.service) = inactive ]");
        Assert.Contains("Applied: 1 created", await JournalAsync("mdev-desired@soft0.service"), StringComparison.Ordinal);

        // What other tests had the units do since is not what is asked for: the first time counts.
        var ended = await MonotonicAsync("mdev-desired.service", "Finished");
        var late = await MonotonicAsync("mdev-desired@soft0.service", "Starting");
        Assert.True(late - ended > TimeSpan.FromSeconds(20), $"{late} is not 20 s after {ended}");
    }

    [MachineFact]
    public async Task After_the_driver_was_unloaded_and_loaded_everything_comes_back()
    {
        // The late parent is no hardware: the module's parameter makes it.
        await UntilAsync($"[ -e /sys/bus/mdev/devices/{Late} ]");
        var before = await InstancesAsync();
        await Machine.OutputOfAsync("modprobe -r mdevsim", Patience);
        Assert.Equal("", await InstancesAsync());

        await Machine.OutputOfAsync("modprobe mdevsim soft_parents=1", Patience);
        await AssertBackAsync(before);
    }

    [MachineFact]
    public async Task After_the_driver_was_unbound_and_bound_everything_comes_back()
    {
        await UntilAsync($"[ -e /sys/bus/mdev/devices/{Late} ]");
        var before = await InstancesAsync();
        await Machine.OutputOfAsync(
            "cd /sys/bus/pci/drivers/mlx5_core; echo 0000:00:05.0 > unbind; sleep 1; echo 0000:00:05.0 > bind", Patience);
        await AssertBackAsync(before);
    }

    private async Task AssertBackAsync(string before)
    {
        await UntilAsync($"[ -e /sys/bus/mdev/devices/{Web} ] && [ -e /sys/class/net/tenant-a ] && [ -e /sys/bus/mdev/devices/{Late} ]");
        await UntilAsync("[ -z \"$(systemctl list-jobs --no-legend)\" ]");
        Assert.Equal(Names(before), Names(await InstancesAsync()));
        Assert.Equal("", await Machine.OutputOfAsync("systemctl --failed --quiet --plain"));
    }

    private static IEnumerable<string> Names(string instances) => instances.Split('\n').Select(line => line.Split(' ')[0]);

    private async Task<TimeSpan> MonotonicAsync(string unit, string word) => TimeSpan.FromSeconds(double.Parse(
        await Machine.OutputOfAsync(
            $"journalctl -b -o short-monotonic -u {unit} | sed -n 's/^\\[ *\\([0-9.]*\\)\\].*: {word} .*/\\1/p' | head -n 1"),
        CultureInfo.InvariantCulture));
}
