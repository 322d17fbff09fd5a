using MdevDesired.KernelTests.Machines;
using Xunit;

namespace MdevDesired.KernelTests.Boot;

/// <summary>Base of the tests on a host that was booted with systemd.</summary>
public abstract class BootTest(MachineFixture fixture) : MachineTest(fixture)
{
    protected const string Pf = HostFiles.Pf;
    protected const string Web = HostFiles.Web;
    protected const string Late = HostFiles.Late;

    /// <summary>How long systemd, udev and the program may take together for what they are asked to do.</summary>
    protected static TimeSpan Patience { get; } = TimeSpan.FromSeconds(180);

    /// <summary>The instances of all devices: a device made again has another inode, an interface another index.</summary>
    protected Task<string> InstancesAsync() => Machine.OutputOfAsync(
        """
        for device in /sys/bus/mdev/devices/*; do [ ! -e $device ] || echo $(basename $device) $(stat -c %i $(readlink -f $device)); done
        for name in tenant-a tenant-a-rep; do [ ! -e /sys/class/net/$name ] || echo $name $(cat /sys/class/net/$name/ifindex); done
        """);

    /// <summary>Waits for a condition of the shell's.</summary>
    protected Task UntilAsync(string condition) =>
        Machine.OutputOfAsync($"until {condition}; do sleep 0.1; done", Patience);

    /// <summary>What the journal of this boot has of a unit.</summary>
    protected Task<string> JournalAsync(string unit) => Machine.OutputOfAsync($"journalctl -b -o cat -u '{unit}'");

    /// <summary>One property of a unit.</summary>
    protected Task<string> PropertyAsync(string unit, string name) =>
        Machine.OutputOfAsync($"systemctl show -P {name} '{unit}'");

    /// <summary>Waits until systemd has nothing to do any more.</summary>
    protected Task NoJobsAsync() => UntilAsync("[ -z \"$(systemctl list-jobs --no-legend)\" ]");

    /// <summary>Waits until all devices are there again; no unit may have failed over it.</summary>
    /// <param name="before">What <see cref="InstancesAsync"/> said.</param>
    protected async Task AssertBackAsync(string before)
    {
        await UntilAsync($"[ -e /sys/bus/mdev/devices/{Web} ] && [ -e /sys/class/net/tenant-a ] && [ -e /sys/bus/mdev/devices/{Late} ]");
        await NoJobsAsync();
        Assert.Equal(Names(before), Names(await InstancesAsync()));
        Assert.Equal("", await Machine.OutputOfAsync("systemctl --failed --quiet --plain"));
    }

    private static IEnumerable<string> Names(string instances) => instances.Split('\n').Select(line => line.Split(' ')[0]);
}
