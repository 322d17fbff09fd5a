using MdevDesired.KernelTests.Machines;
using Xunit;

namespace MdevDesired.KernelTests.Boot;

/// <summary>The boot unit by hand.</summary>
[Collection(HostGroup.Name)]
public sealed class RestartTests(Host fixture) : BootTest(fixture)
{
    [MachineFact]
    public async Task Stopped_and_started_it_changes_nothing()
    {
        await UntilAsync($"[ -e /sys/bus/mdev/devices/{Late} ]");
        var before = await InstancesAsync();
        Assert.Equal(4, before.Split('\n').Length);
        await Machine.OutputOfAsync("systemctl stop mdev-desired.service", Patience);
        Assert.Equal(before, await InstancesAsync());
        await Machine.OutputOfAsync("systemctl start mdev-desired.service", Patience);
        Assert.Equal(before, await InstancesAsync());
        Assert.EndsWith("Nothing to do: 3 sub devices are as desired.", await ReportAsync(), StringComparison.Ordinal);
    }

    // Without what systemd says of the unit.
    private Task<string> ReportAsync() => Machine.OutputOfAsync("journalctl -b -o cat -u mdev-desired.service -t mdev-desired");
}
