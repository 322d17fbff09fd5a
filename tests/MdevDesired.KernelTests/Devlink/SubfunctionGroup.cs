using Xunit;

namespace MdevDesired.KernelTests.Devlink;

/// <summary>The classes that work with subfunctions, on one machine.</summary>
[CollectionDefinition(Name)]
public sealed class SubfunctionGroup : ICollectionFixture<SubfunctionMachine>
{
    public const string Name = "Subfunctions";
}
