namespace MdevDesired.Cli.Hosts;

/// <summary>Nobody else works on a simulated host.</summary>
internal sealed class NoLock : IDisposable
{
    public void Dispose()
    {
    }
}
