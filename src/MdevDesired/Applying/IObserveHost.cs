using MdevDesired.Model;

namespace MdevDesired.Applying;

/// <summary>The port through which a host is seen.</summary>
internal interface IObserveHost : IObserveDevlink
{
    /// <summary>Sees the whole host in one pass; a device that vanishes meanwhile is absent.</summary>
    /// <exception cref="KernelException">Something that must be readable is not.</exception>
    ObservedState Observe(ObservationScope scope);

    /// <summary>Finds the processes that hold any of the sub devices open, as far as this process may see others'.</summary>
    EquatableArray<DeviceHolder> FindHolders(IReadOnlyCollection<DeviceId> ids);

    /// <summary>Whether that very process still runs.</summary>
    bool Runs(ProcessIdentity process);

    /// <summary>Sees one sub device, without attributes; null when it is absent. Safe to call from several threads.</summary>
    ObservedSubDevice? Observe(DeviceId id);
}
