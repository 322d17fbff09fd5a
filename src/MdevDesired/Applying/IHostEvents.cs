using MdevDesired.Model;

namespace MdevDesired.Applying;

/// <summary>
/// The port through which a host tells that something on it has changed. Opened before a look at the host, it misses nothing that
/// follows the look. For one thread.
/// </summary>
internal interface IHostEvents : IDisposable
{
    /// <summary>Waits for the next change that may concern sub devices or their parents; null when the time ran out.</summary>
    /// <exception cref="KernelException">The kernel refused.</exception>
    /// <exception cref="OperationCanceledException">The caller no longer waits.</exception>
    HostEvent? Next(TimeSpan patience, CancellationToken stop);
}
