using MdevDesired.Model;

namespace MdevDesired.Applying;

/// <summary>The port through which a host is seen.</summary>
internal interface IObserveHost : IObserveDevlink
{
    /// <summary>Sees the whole host in one pass; a device that vanishes meanwhile is absent.</summary>
    /// <exception cref="KernelException">Something that must be readable is not.</exception>
    ObservedState Observe(ObservationScope scope);

    /// <summary>Finds who uses any of the sub devices and parents, as far as this process may see others.</summary>
    /// <param name="observed">The host as it was seen just before.</param>
    /// <param name="ids">The devices; of a parent's users its sub devices' are not, unless these are among them.</param>
    /// <exception cref="KernelException">Something that must be readable is not.</exception>
    HolderSearch FindHolders(ObservedState observed, IReadOnlyCollection<DeviceId> ids);

    /// <summary>Whether that very process still runs.</summary>
    bool Runs(ProcessIdentity process);

    /// <summary>Sees one sub device, without attributes; null when it is absent. Safe to call from several threads.</summary>
    ObservedSubDevice? Observe(DeviceId id);
}
