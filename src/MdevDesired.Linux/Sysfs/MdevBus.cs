using MdevDesired.Applying;
using MdevDesired.Linux.Interop;
using MdevDesired.Model;

namespace MdevDesired.Linux.Sysfs;

/// <summary>The mdev bus: which devices and drivers it has, and which driver has which device; empty without mdev support.</summary>
internal sealed class MdevBus
{
    private readonly Dictionary<MdevUuid, DriverName> _drivers = [];

    private MdevBus(List<MdevUuid> uuids, List<DriverName> drivers) => (Uuids, Drivers) = (uuids, drivers);

    public IReadOnlyList<MdevUuid> Uuids { get; }

    /// <summary>Whether the kernel has the bus; it always has this folder then (drivers/base/bus.c, <c>bus_register</c>).</summary>
    public required bool Exists { get; init; }

    /// <summary>Ordered by name.</summary>
    public IReadOnlyList<DriverName> Drivers { get; }

    /// <summary>Reads the bus by listings alone: a driver's folder links all of its devices.</summary>
    /// <exception cref="KernelException">A listing is there and cannot be read.</exception>
    public static MdevBus Read(Folder sys, Span<byte> buffer)
    {
        using var devices = sys.OpenFolder(SysfsPath.MdevDevices, Resolve.LinksBeneath);
        var uuids = FolderNames.OfMdevs(devices, buffer);
        var drivers = FolderNames.OfFolders(sys, SysfsPath.MdevDrivers, buffer).ConvertAll(name => new DriverName(name));
        var bus = new MdevBus(uuids, drivers) { Exists = devices is not null };
        if (uuids.Count > 0)
        {
            bus.ReadBindings(sys, buffer);
        }

        return bus;
    }

    /// <summary>The driver that has the device, or null.</summary>
    public DriverName? DriverOf(MdevUuid uuid) => _drivers.TryGetValue(uuid, out var driver) ? driver : null;

    private void ReadBindings(Folder sys, Span<byte> buffer)
    {
        foreach (var driver in Drivers)
        {
            foreach (var uuid in FolderNames.OfMdevs(sys, $"{SysfsPath.MdevDrivers}/{driver}", buffer))
            {
                _drivers[uuid] = driver;
            }
        }
    }
}
