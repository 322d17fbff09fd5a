using Xunit;

namespace MdevDesired.KernelTests.Boot;

/// <summary>The classes that share one boot: each leaves the devices as they are listed.</summary>
[CollectionDefinition(Name)]
public sealed class HostGroup : ICollectionFixture<Host>
{
    public const string Name = "Host";
}
