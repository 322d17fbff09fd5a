using MdevDesired.Model;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Applying;

/// <summary>
/// The port through which single parts of devlink instances are seen; each member is safe to call from several threads.
/// </summary>
internal interface IObserveDevlink
{
    /// <summary>Sees one param of a device's instance, or null when it has none of that name.</summary>
    /// <exception cref="KernelException">ENODEV: the device has no devlink instance.</exception>
    DevlinkParam? ObserveParam(DeviceId id, string name);

    /// <summary>Sees all of them, ordered by name.</summary>
    /// <exception cref="KernelException">ENODEV: the device has no devlink instance.</exception>
    EquatableArray<DevlinkParam> ObserveParams(DeviceId id);

    /// <summary>Sees the ports of a device's instance, ordered by index.</summary>
    /// <exception cref="KernelException">ENODEV: the device has no devlink instance.</exception>
    EquatableArray<DevlinkPort> ObservePorts(DeviceId id);
}
