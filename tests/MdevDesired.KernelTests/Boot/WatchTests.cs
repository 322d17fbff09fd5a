using System.Globalization;
using System.Text.Json;
using MdevDesired.KernelTests.Machines;
using Xunit;
using Xunit.Abstractions;

namespace MdevDesired.KernelTests.Boot;

/// <summary>The watch service under systemd.</summary>
[Collection(HostGroup.Name)]
public sealed class WatchTests(Host fixture, ITestOutputHelper output) : BootTest(fixture)
{
    private const string Unit = "mdev-desired-watch.service";

    private const string Told = "Host node-7 is in sync: 3 in sync.";

    // Emulated processors share the host: what takes well under a second here may take several there.
    private static readonly TimeSpan SoonEnough = TimeSpan.FromSeconds(15);

    public override async Task InitializeAsync()
    {
        await UntilAsync($"[ -e /sys/bus/mdev/devices/{Late} ]");
        await Machine.OutputOfAsync($"systemctl start {Unit}", Patience);
        await InSyncAsync();
    }

    public override async Task DisposeAsync()
    {
        var before = await InstancesAsync();
        await Machine.OutputOfAsync($"systemctl stop {Unit}", Patience);
        Assert.Equal(before, await InstancesAsync());
        await base.DisposeAsync();
    }

    [MachineFact]
    public async Task It_tells_systemd_that_it_is_ready_and_how_the_host_stands()
    {
        Assert.Equal("notify", await PropertyAsync(Unit, "Type"));
        Assert.Equal("active", await PropertyAsync(Unit, "ActiveState"));
        Assert.Equal(Told, await PropertyAsync(Unit, "StatusText"));
    }

    [MachineFact]
    public async Task A_device_removed_by_hand_is_back_soon()
    {
        var uptimes = await Machine.OutputOfAsync(
            $"""
            device=/sys/bus/mdev/devices/{Late}
            cut -d' ' -f1 /proc/uptime; echo 1 > $device/remove
            until [ -e $device ]; do sleep 0.02; done; cut -d' ' -f1 /proc/uptime
            """,
            Patience);
        var seconds = uptimes.Split('\n').Select(line => double.Parse(line, CultureInfo.InvariantCulture)).ToArray();
        var taken = TimeSpan.FromSeconds(seconds[1] - seconds[0]);
        output.WriteLine($"The device was back after {taken.TotalMilliseconds:0} ms.");
        Assert.True(taken < SoonEnough, $"it took {taken}");
        await InSyncAsync();
    }

    [MachineFact]
    public async Task Two_files_changed_at_once_are_one_reconcile()
    {
        var before = await ReconcilesAsync();
        await Machine.OutputOfAsync("cd /etc/mdev-desired; sed -i 's/name: late-0,/name: late-9,/' late.yaml; sed -i 's/name: web-0,/name: web-9,/' card.yaml");
        await UntilAsync($"[ $(journalctl -b -o cat -u {Unit} | grep -c -e 'was named late-0' -e 'was named web-0') = 2 ]");
        // Longer than a change rests before it may remove anything.
        await Machine.OutputOfAsync("sleep 7");
        Assert.Equal(before + 1, await ReconcilesAsync());

        await Machine.OutputOfAsync("cd /etc/mdev-desired; sed -i 's/name: late-9,/name: late-0,/' late.yaml; sed -i 's/name: web-9,/name: web-0,/' card.yaml");
        await UntilAsync($"[ $(journalctl -b -o cat -u {Unit} | grep -c -e 'was named late-9' -e 'was named web-9') = 2 ]");
    }

    // For each parent both are called, by the kernel's events and by udev; the lock lets one of them make its devices.
    [MachineFact]
    public async Task When_the_driver_is_loaded_anew_it_and_udevs_run_make_each_device_once()
    {
        var instances = await InstancesAsync();
        for (var round = 0; round < 3; round++)
        {
            var before = await CreationsAsync();
            await Machine.OutputOfAsync("modprobe -r mdevsim && modprobe mdevsim soft_parents=1", Patience);
            await AssertBackAsync(instances);
            await InSyncAsync();
            Assert.Equal(before.Select(count => count + 1), await CreationsAsync());
        }
    }

    private Task InSyncAsync() => UntilAsync($"[ \"$(systemctl show -P StatusText {Unit})\" = '{Told}' ]");

    /// <summary>How often the service has looked at the host because documents changed.</summary>
    private async Task<int> ReconcilesAsync()
    {
        using var status = JsonDocument.Parse(await Machine.GetFileAsync("/run/mdev-desired/status.json"));
        return status.RootElement.GetProperty("counts").GetProperty("reconciles").GetProperty("documents").GetInt32();
    }

    /// <summary>How often each device was created in this boot, by whatever run.</summary>
    private async Task<int[]> CreationsAsync()
    {
        var journal = await Machine.OutputOfAsync("journalctl -b -o cat -t mdev-desired");
        return [.. new[] { "web-0", "tenant-a", "late-0" }.Select(name => journal.Split('\n').Count(line => line.Contains($" {name}: created", StringComparison.Ordinal)))];
    }
}
