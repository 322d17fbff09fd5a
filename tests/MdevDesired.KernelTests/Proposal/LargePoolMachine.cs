using MdevDesired.KernelTests.Machines;

namespace MdevDesired.KernelTests.Proposal;

/// <summary>The proposal's system with as many instances as mdevsim can give.</summary>
public sealed class LargePoolMachine() : MachineFixture(new MachineOptions
{
    Modules = ["mdevsim instances=4096 soft_parents=1"],
    Devices = ProposalMachine.Cards,
});
