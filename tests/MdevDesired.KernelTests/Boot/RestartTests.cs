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

    [MachineFact]
    public async Task Reloaded_it_applies_what_was_edited_and_those_that_require_it_go_on()
    {
        await UntilAsync($"[ -e /sys/bus/mdev/devices/{Late} ]");
        // Another test may have stopped both.
        await Machine.OutputOfAsync("systemctl start consumer.service", Patience);
        var invocation = await PropertyAsync("consumer.service", "InvocationID");
        await Machine.OutputOfAsync("sed -i 's/name: late-0,/name: late-5,/' /etc/mdev-desired/late.yaml; systemctl reload mdev-desired.service", Patience);
        Assert.Contains("late-5 of late", await Machine.OutputOfAsync("mdev-desired show"), StringComparison.Ordinal);

        await Machine.OutputOfAsync("sed -i 's/name: late-5,/nom: late-0,/' /etc/mdev-desired/late.yaml");
        Assert.NotEqual(0, (await Machine.RunAsync("systemctl reload mdev-desired.service", Patience)).ExitCode);
        Assert.Equal("active", await PropertyAsync("mdev-desired.service", "ActiveState"));

        await Machine.OutputOfAsync("sed -i 's/nom: late-0,/name: late-0,/' /etc/mdev-desired/late.yaml; systemctl reload mdev-desired.service", Patience);
        Assert.Equal("active", await PropertyAsync("consumer.service", "ActiveState"));
        Assert.Equal(invocation, await PropertyAsync("consumer.service", "InvocationID"));
    }

    // Without what systemd says of the unit.
    private Task<string> ReportAsync() => Machine.OutputOfAsync("journalctl -b -o cat -u mdev-desired.service -t mdev-desired");
}
