using MdevDesired.Applying;
using MdevDesired.Linux.Interop;
using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using MdevDesired.Planning;
using MdevDesired.Planning.Mdevs;

namespace MdevDesired.Linux.Sysfs;

/// <summary>The host's mediated devices as sysfs shows and changes them. Safe to use from several threads.</summary>
internal sealed class SysfsHost(HostRoot root) : IDisposable
{
    // How many milliseconds somebody else's removal of the same device is waited for.
    private const int RemovalWaits = 1000;

    // Opened once: then an action costs no more than open, write and close. A failure is not kept.
    private readonly Lazy<Folder?> _sys = new(() => Folder.Open(root.Sys), LazyThreadSafetyMode.PublicationOnly);

    /// <summary>The folder /sys, or null when there is none.</summary>
    /// <exception cref="KernelException">It is there and cannot be opened.</exception>
    public Folder? Sys => _sys.Value;

    /// <inheritdoc cref="IObserveHost.Observe(ObservationScope)"/>
    public ObservedState Observe(ObservationScope scope)
    {
        var host = HostName.Of(root);
        return _sys.Value is { } sys ? new HostObservation(sys, scope).Run(host) : new ObservedState { Host = host, HasMdevBus = false };
    }

    /// <inheritdoc cref="IObserveHost.Observe(DeviceId)"/>
    public ObservedSubDevice? Observe(MdevId mdev) =>
        _sys.Value is { } sys ? MdevFolder.Read(sys, mdev.Uuid, new Patience()) : null;

    /// <inheritdoc cref="IOperateHost.Perform"/>
    public void Perform(PlanAction action)
    {
        var sys = _sys.Value ?? throw new KernelException("open", root.Sys, Errno.ENOENT);
        var patience = new Patience(waits: RemovalWaits);
        while (!Try(action, sys, patience))
        {
        }
    }

    // EAGAIN: somebody else is creating or removing the device at this moment (drivers/vfio/mdev/mdev_core.c, mdev_device_remove).
    private static bool Try(PlanAction action, Folder sys, Patience patience)
    {
        try
        {
            SysfsOperations.WriteFor(action, sys)?.Perform(sys);
            return true;
        }
        catch (KernelException refusal) when (action is RemoveMdev && refusal.Errno == Errno.EAGAIN && patience.Wait())
        {
            return false;
        }
    }

    public void Dispose()
    {
        if (_sys.IsValueCreated)
        {
            _sys.Value?.Dispose();
        }
    }
}
