using MdevDesired.Model;

namespace MdevDesired.Applying;

/// <summary>The port through which a host is seen.</summary>
internal interface IObserveHost
{
    /// <summary>Sees the whole host in one pass; a device that vanishes meanwhile is absent.</summary>
    /// <exception cref="KernelException">Something that must be readable is not.</exception>
    ObservedState Observe(ObservationScope scope);

    /// <summary>Sees one sub device, without attributes; null when it is absent. Safe to call from several threads.</summary>
    ObservedSubDevice? Observe(SubDeviceId id);
}
