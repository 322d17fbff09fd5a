using MdevDesired.KernelTests.Machines;

namespace MdevDesired.KernelTests.Devlink;

/// <summary>The kernel's devlink test driver, and two PCI devices that no driver takes.</summary>
public sealed class DevlinkMachine() : MachineFixture(new MachineOptions
{
    Modules = ["netdevsim"],
    Devices = ["pci-testdev", "pci-testdev"],
});
