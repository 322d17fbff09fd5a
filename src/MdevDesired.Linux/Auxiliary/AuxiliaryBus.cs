using System.Globalization;
using MdevDesired.Applying;
using MdevDesired.Linux.Interop;
using MdevDesired.Linux.Sysfs;
using MdevDesired.Model;

namespace MdevDesired.Linux.Auxiliary;

/// <summary>The auxiliary bus (Documentation/driver-api/auxiliary_bus.rst), as far as it has subfunctions.</summary>
/// <param name="sys">The folder /sys.</param>
internal sealed class AuxiliaryBus(Folder sys)
{
    /// <summary>The bus' name in devlink handles.</summary>
    public const string Name = "auxiliary";

    private const string Devices = "bus/auxiliary/devices";
    private const string DriversFolder = "bus/auxiliary/drivers";
    private const int BufferSize = 32 * 1024;

    private readonly byte[] _buffer = new byte[BufferSize];

    /// <summary>The registered drivers, ordered.</summary>
    /// <exception cref="KernelException">The listing is there and cannot be read.</exception>
    public IReadOnlyList<DriverName> Drivers() =>
        FolderNames.OfFolders(sys, DriversFolder, _buffer).ConvertAll(name => new DriverName(name));

    /// <summary>Every subfunction of the bus; one that goes away meanwhile is left out.</summary>
    /// <exception cref="KernelException">Something that must be readable is not.</exception>
    public IReadOnlyList<AuxiliaryDevice> Subfunctions(IReadOnlyList<DriverName> drivers)
    {
        var bound = Bindings(drivers);
        return [.. FolderNames.OfLinks(sys, Devices, _buffer)
            .Select(name => Read(name, () => bound.TryGetValue(name, out var driver) ? driver : null))
            .OfType<AuxiliaryDevice>()];
    }

    /// <summary>The names of all its devices, ordered.</summary>
    /// <exception cref="KernelException">The listing is there and cannot be read.</exception>
    public IReadOnlyList<string> Names() => FolderNames.OfLinks(sys, Devices, _buffer);

    /// <summary>The device of that name, or null when it is gone or no subfunction.</summary>
    /// <exception cref="KernelException">Something that must be readable is not.</exception>
    public AuxiliaryDevice? Read(string name) => Read(name, () => DriverOf(name));

    private AuxiliaryDevice? Read(string name, Func<DriverName?> driver)
    {
        var files = new AttributeFile(sys, _buffer);
        var link = $"{Devices}/{name}";
        // The link leads to the device below its parent: .../0000:05:00.0/mlx5_core.sf.4
        return sys.ReadLink(link) is { } target && SysfsPath.Resolve(link, target) is { } path
            && uint.TryParse(files.ReadText($"{path}/sfnum"), NumberStyles.None, CultureInfo.InvariantCulture, out var sfNumber)
            ? new(name, SysfsPath.LastSegment(SysfsPath.Above(path)), sfNumber, driver())
            : null;
    }

    private DriverName? DriverOf(string name) =>
        sys.ReadLink($"{Devices}/{name}/driver") is { } target && SysfsPath.LastSegment(target) is var driver && PathSegment.Reject(driver) is null
            ? new DriverName(driver)
            : null;

    private Dictionary<string, DriverName> Bindings(IReadOnlyList<DriverName> drivers)
    {
        var bound = new Dictionary<string, DriverName>();
        foreach (var driver in drivers)
        {
            foreach (var device in FolderNames.OfLinks(sys, $"{DriversFolder}/{driver}", _buffer))
            {
                bound[device] = driver;
            }
        }

        return bound;
    }
}
