using Xunit;

namespace MdevDesired.KernelTests.Proposal;

/// <summary>The classes that go through the proposal row by row, on one machine.</summary>
[CollectionDefinition(Name)]
public sealed class ProposalGroup : ICollectionFixture<ProposalMachine>
{
    public const string Name = "The proposal";
}
