using MdevDesired.KernelTests.Machines;

namespace MdevDesired.KernelTests.Devlink;

/// <summary>Two cards of two PCI functions each, which mdevsim gives eswitches and subfunctions.</summary>
public sealed class SubfunctionMachine() : MachineFixture(new MachineOptions
{
    Modules = ["mdevsim"],
    Devices =
    [
        "pci-testdev,addr=5.0,multifunction=on", "pci-testdev,addr=5.1",
        "pci-testdev,addr=6.0,multifunction=on", "pci-testdev,addr=6.1",
    ],
});
