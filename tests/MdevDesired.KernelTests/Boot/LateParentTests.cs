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

    [MachineFact]
    public async Task A_required_parent_that_comes_when_the_boot_unit_has_given_up_gets_its_devices_too()
    {
        const string Document = "/etc/mdev-desired/required.yaml";
        const string Device = "/sys/bus/mdev/devices/" + HostFiles.Required;
        await UntilAsync($"[ -e /sys/bus/mdev/devices/{Late} ]");
        await Machine.PutFileAsync(Document, HostFiles.RequiredParent);
        try
        {
            Assert.NotEqual(0, (await Machine.RunAsync("systemctl restart mdev-desired.service", Patience)).ExitCode);
            Assert.Equal("failed", await PropertyAsync("mdev-desired.service", "ActiveState"));
            Assert.Contains(
                $"{Document}:6:7: error MD0100: parent soft1 is absent",
                await Machine.OutputOfAsync("systemctl status --no-pager --full mdev-desired.service || true"),
                StringComparison.Ordinal);

            await Machine.OutputOfAsync("echo 2 > /sys/module/mdevsim/parameters/soft_parents");
            await UntilAsync($"[ -e {Device} ]");
            await NoJobsAsync();
            Assert.Equal("success", await PropertyAsync("mdev-desired@soft1.service", "Result"));

            await Machine.OutputOfAsync("systemctl start mdev-desired.service", Patience);
            Assert.Equal("active", await PropertyAsync("mdev-desired.service", "ActiveState"));
        }
        finally
        {
            await Machine.OutputOfAsync(
                $"""
                rm {Document}; systemctl restart mdev-desired.service; systemctl start consumer.service; systemctl reset-failed
                echo 1 > /sys/module/mdevsim/parameters/soft_parents
                """,
                Patience);
        }

        Assert.Equal("gone", await Machine.OutputOfAsync($"[ -e {Device} ] || echo gone"));
    }

    private async Task<TimeSpan> MonotonicAsync(string unit, string word) => TimeSpan.FromSeconds(double.Parse(
        await Machine.OutputOfAsync(
            $"journalctl -b -o short-monotonic -u {unit} | sed -n 's/^\\[ *\\([0-9.]*\\)\\].*: {word} .*/\\1/p' | head -n 1"),
        CultureInfo.InvariantCulture));
}
