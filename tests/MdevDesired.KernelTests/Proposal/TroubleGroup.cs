using Xunit;

namespace MdevDesired.KernelTests.Proposal;

/// <summary>The classes in which the simulated hardware gives trouble, on one machine.</summary>
[CollectionDefinition(Name)]
public sealed class TroubleGroup : ICollectionFixture<ProposalMachine>
{
    public const string Name = "Trouble";
}
