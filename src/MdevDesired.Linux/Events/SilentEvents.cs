using MdevDesired.Applying;
using MdevDesired.Model;

namespace MdevDesired.Linux.Events;

/// <summary>A host whose kernel is not the running one, so that nobody tells what happens on it: time passes, and nothing else.</summary>
internal sealed class SilentEvents : IHostEvents
{
    /// <inheritdoc/>
    public HostEvent? Next(TimeSpan patience, CancellationToken stop)
    {
        stop.WaitHandle.WaitOne(PollTime.Milliseconds(patience));
        stop.ThrowIfCancellationRequested();
        return null;
    }

    public void Dispose()
    {
    }
}
