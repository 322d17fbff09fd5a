using Xunit;

namespace MdevDesired.KernelTests.Boot;

/// <summary>The classes that share the boot with a broken file; what it left is looked at before they mend it.</summary>
[CollectionDefinition(Name)]
public sealed class BrokenHostGroup : ICollectionFixture<BrokenHost>
{
    public const string Name = "Broken host";
}
