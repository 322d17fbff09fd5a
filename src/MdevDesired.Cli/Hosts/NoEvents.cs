using MdevDesired.Applying;
using MdevDesired.Model;

namespace MdevDesired.Cli.Hosts;

/// <summary>On a simulated host nothing happens by itself: there is nothing to wait for.</summary>
internal sealed class NoEvents : IHostEvents
{
    public HostEvent? Next(TimeSpan patience, CancellationToken stop) => null;

    public void Dispose()
    {
    }
}
