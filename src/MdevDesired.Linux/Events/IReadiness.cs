namespace MdevDesired.Linux.Events;

/// <summary>Waits until there is something to receive on any of several sockets.</summary>
internal interface IReadiness : IDisposable
{
    /// <summary>True when there may be something; false when the time ran out.</summary>
    /// <exception cref="OperationCanceledException">The caller no longer waits.</exception>
    bool Wait(TimeSpan patience, CancellationToken stop);
}
