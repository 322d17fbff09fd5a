using MdevDesired.KernelTests.Machines;
using MdevDesired.KernelTests.Proposal;

namespace MdevDesired.KernelTests.Safety;

/// <summary>The proposal's cards, for what must never go wrong on them.</summary>
public sealed class SafetyMachine() : MachineFixture(new MachineOptions
{
    Modules = ["vfio_iommu_type1", "mdevsim soft_parents=1 instances=128"],
    Devices = ProposalMachine.Cards,
});
