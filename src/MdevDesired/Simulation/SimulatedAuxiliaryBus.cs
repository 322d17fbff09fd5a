using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Planning;

namespace MdevDesired.Simulation;

/// <summary>The simulated auxiliary bus, on which an active subfunction has its device.</summary>
/// <param name="drivers">Those that are registered.</param>
/// <param name="present">The names of the devices that the snapshot has.</param>
/// <param name="netdevs">Those of the host.</param>
internal sealed class SimulatedAuxiliaryBus(EquatableArray<DriverName> drivers, IEnumerable<string> present, SimulatedNetdevs netdevs)
{
    private readonly NumberedNames _names = new("mlx5_core.sf.", present);

    /// <summary>Adds the device of a subfunction; its driver takes it up when it is registered.</summary>
    public void Add(SimulatedSubfunction subfunction)
    {
        subfunction.AuxiliaryDevice = _names.Take();
        if (drivers.Contains(subfunction.Rules.Instance.Driver))
        {
            subfunction.Drive(subfunction.Rules.Instance.Driver, netdevs);
        }
    }

    public void Remove(SimulatedSubfunction subfunction)
    {
        subfunction.Release();
        _names.Free(subfunction.AuxiliaryDevice);
        subfunction.AuxiliaryDevice = null;
    }

    /// <exception cref="KernelException">ENODEV: there is no device; ENOENT: no such driver; EBUSY: the device has one.</exception>
    public void Bind(SimulatedSubfunction subfunction, DriverName driver)
    {
        if (Refuses(subfunction, driver) is { } errno)
        {
            throw Refusal(subfunction, driver, "bind", errno);
        }

        subfunction.Drive(driver, netdevs);
    }

    /// <exception cref="KernelException">ENODEV: the driver does not have the device.</exception>
    public static void Unbind(SimulatedSubfunction subfunction, Unbind unbind)
    {
        if (subfunction.Driver is not { } driver || driver != unbind.Driver)
        {
            throw Refusal(subfunction, unbind.Driver ?? default, "unbind", Errno.ENODEV);
        }

        subfunction.Release();
    }

    private Errno? Refuses(SimulatedSubfunction subfunction, DriverName driver) =>
        subfunction.AuxiliaryDevice is null ? Errno.ENODEV
        : !drivers.Contains(driver) ? Errno.ENOENT
        : subfunction.Driver is not null ? Errno.EBUSY
        : null;

    private static KernelException Refusal(SimulatedSubfunction subfunction, DriverName driver, string file, Errno errno) =>
        new($"write \"{subfunction.AuxiliaryDevice}\"", $"/sys/bus/auxiliary/drivers/{driver}/{file}", errno);
}
