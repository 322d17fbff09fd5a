using MdevDesired.KernelTests.Machines;
using Xunit;

namespace MdevDesired.KernelTests.Devlink;

public sealed class DevlinkMachineTests(DevlinkMachine fixture) : MachineTest<DevlinkMachine>(fixture)
{
    [MachineFact]
    public async Task Shows_devlink_ports_of_netdevsim()
    {
        await Machine.OutputOfAsync("echo '10 2' > /sys/bus/netdevsim/new_device");
        Assert.Equal("netdevsim/netdevsim10", await Machine.OutputOfAsync("devlink dev show"));
        var ports = await Machine.OutputOfAsync("devlink port show");
        Assert.Contains("netdevsim/netdevsim10/1: type eth", ports, StringComparison.Ordinal);
    }

    [MachineFact]
    public async Task Has_its_pci_devices_in_the_slots_from_two_on()
    {
        var devices = await Machine.OutputOfAsync("cd /sys/bus/pci/devices; grep -l 0x1b36 */vendor | cut -d/ -f1");
        Assert.Equal("0000:00:02.0\n0000:00:03.0", devices);
    }
}
