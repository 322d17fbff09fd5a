using MdevDesired.KernelTests.Machines;

namespace MdevDesired.KernelTests.Proposal;

/// <summary>The proposal's system, simulated by mdevsim: two cards of two PCI functions each, and a parent on no bus.</summary>
public sealed class ProposalMachine() : MachineFixture(new MachineOptions
{
    Modules = ["vfio_iommu_type1", "rdma_rxe", "mdevsim soft_parents=1"],
    Devices = Cards,
})
{
    internal static IReadOnlyList<string> Cards { get; } =
    [
        "pci-testdev,addr=5.0,multifunction=on", "pci-testdev,addr=5.1",
        "pci-testdev,addr=6.0,multifunction=on", "pci-testdev,addr=6.1",
    ];
}
