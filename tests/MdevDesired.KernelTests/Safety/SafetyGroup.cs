using Xunit;

namespace MdevDesired.KernelTests.Safety;

/// <summary>The classes on what a host that matters must not suffer, on one machine.</summary>
[CollectionDefinition(Name)]
public sealed class SafetyGroup : ICollectionFixture<SafetyMachine>
{
    public const string Name = "Safety";
}
