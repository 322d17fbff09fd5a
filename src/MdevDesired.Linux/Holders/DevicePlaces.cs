using MdevDesired.Linux.Auxiliary;
using MdevDesired.Linux.Interop;
using MdevDesired.Linux.Sysfs;
using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using MdevDesired.Model.Subfunctions;

namespace MdevDesired.Linux.Holders;

/// <summary>
/// Where devices stand beneath /sys, links resolved, so that it can be told to which of them a file or a network interface belongs.
/// The virtual functions of a parent (Documentation/ABI/testing/sysfs-bus-pci, <c>virtfnN</c>) count as the parent's.
/// </summary>
internal sealed class DevicePlaces
{
    private const string VirtualFunction = "virtfn";
    private const int BufferSize = 32 * 1024;

    private readonly Folder _sys;
    private readonly Dictionary<string, DevicePlace> _places = [];

    /// <param name="sys">The folder /sys.</param>
    /// <param name="observed">The host as it was seen just before.</param>
    /// <param name="ids">The devices.</param>
    /// <exception cref="Applying.KernelException">Something that must be readable is not.</exception>
    public DevicePlaces(Folder sys, ObservedState observed, IReadOnlyCollection<DeviceId> ids)
    {
        _sys = sys;
        var auxiliary = observed.SubDevices.OfType<ObservedSubfunction>().ToDictionary(device => device.Subfunction, device => device.AuxiliaryDevice);
        foreach (var id in ids)
        {
            Add(id, id is SubfunctionId subfunction ? auxiliary.GetValueOrDefault(subfunction) : null);
        }
    }

    public IEnumerable<DevicePlace> All => _places.Values;

    /// <summary>Where a link leads, as a path beneath /sys, or null when it is gone or leads out.</summary>
    public string? Target(string link) => _sys.ReadLink(link) is { } target ? SysfsPath.Resolve(link, target) : null;

    /// <summary>The innermost of the devices that a path beneath /sys is part of, or null.</summary>
    public DevicePlace? Of(string? path)
    {
        while (!string.IsNullOrEmpty(path))
        {
            if (_places.TryGetValue(path, out var place))
            {
                return place;
            }

            path = SysfsPath.Above(path);
        }

        return null;
    }

    private void Add(DeviceId id, string? auxiliary)
    {
        if (Link(id, auxiliary) is not { } link || Target(link) is not { } path)
        {
            return;
        }

        _places[path] = new(id, path, IsParent: id is ParentId);
        foreach (var name in id is ParentId ? VirtualFunctions(path) : [])
        {
            if (Target($"{path}/{name}") is { } function)
            {
                _places[function] = new(id, function, IsParent: false);
            }
        }
    }

    private static string? Link(DeviceId id, string? auxiliary) => id switch
    {
        MdevId => $"{SysfsPath.MdevDevices}/{id}",
        SubfunctionId => auxiliary is null ? null : $"bus/{AuxiliaryBus.Name}/devices/{auxiliary}",
        ParentId { Address.Bus: { } bus, Address.Name: var name } => $"bus/{bus}/devices/{name}",
        ParentId { Address.Name: var name } => $"{SysfsPath.MdevParents}/{name}",
        _ => null,
    };

    private IEnumerable<string> VirtualFunctions(string path) => FolderNames.OfLinks(_sys, path, new byte[BufferSize])
        .Where(name => name.StartsWith(VirtualFunction, StringComparison.Ordinal));
}
