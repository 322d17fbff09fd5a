using MdevDesired.Reporting.Watching;
using MdevDesired.Tests.Doubles;
using Xunit;

namespace MdevDesired.Tests.Cli.Watching;

/// <summary>Base of the tests of the service on a simulated host.</summary>
public abstract class WatcherTest : IDisposable
{
    private protected static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private protected WatchBench Bench { get; private set; } = new(Scene.Host());

    public void Dispose()
    {
        Bench.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected void Start(params (string Name, string Text)[] documents)
    {
        Bench.Write(documents);
        Assert.Equal(WatchTrigger.Start, Bench.Turn());
    }

    private protected void Use(WatchBench bench)
    {
        Bench.Dispose();
        Bench = bench;
    }
}
