using MdevDesired.Applying;
using MdevDesired.Linux.Interop;
using MdevDesired.Model;
using MdevDesired.Model.Mdevs;

namespace MdevDesired.Linux.Sysfs;

/// <summary>One pass over a host's mediated devices; made for one observation.</summary>
internal sealed class HostObservation(Folder sys, ObservationScope scope)
{
    // Room for the longest attribute and a byte to notice a longer one, and for a folder's names by the hundreds.
    private const int BufferSize = (64 * 1024) + 1;

    private readonly byte[] _buffer = new byte[BufferSize];
    private readonly Patience _patience = new();
    private readonly List<ObservedParent> _parents = [];
    private readonly List<ObservedSubDevice> _devices = [];
    private readonly HashSet<MdevUuid> _unseen = [];

    /// <exception cref="KernelException">Something that must be readable is not.</exception>
    public ObservedState Run(string host)
    {
        var bus = MdevBus.Read(sys, _buffer);
        _unseen.UnionWith(bus.Uuids);
        foreach (var name in ParentsNamedFirst())
        {
            ReadParent(name, bus);
        }

        foreach (var uuid in _unseen.ToList())
        {
            ReadOrphan(uuid);
        }

        ReadNamedDevices();
        return State(host, bus);
    }

    // The parents that are wanted come first: once every device of the bus is found, the others' folders need no listing.
    private IEnumerable<string> ParentsNamedFirst()
    {
        var named = scope.Parents.Select(parent => parent.Name).ToHashSet();
        return FolderNames.OfLinks(sys, SysfsPath.MdevParents, _buffer).OrderBy(name => !named.Contains(name));
    }

    private void ReadParent(string name, MdevBus bus)
    {
        using var parent = ParentFolder.Open(sys, $"{SysfsPath.MdevParents}/{name}");
        if (parent is null)
        {
            return;
        }

        var address = new ParentAddress(parent.Bus(), name);
        var observed = new ObservedParent
        {
            Address = address,
            MdevTypes = scope.Covers(address) ? MdevTypesFolder.Read(parent.Folder, scope.WholeHost, _buffer) : [],
        };
        _parents.Add(observed);
        if (_unseen.Count > 0)
        {
            ReadDevices(parent, observed, bus);
        }
    }

    private void ReadDevices(ParentFolder parent, ObservedParent observed, MdevBus bus)
    {
        foreach (var device in new MdevsOfParent(parent, observed, bus, _buffer).Read(_unseen, _patience))
        {
            _unseen.Remove(device.Uuid);
            _devices.Add(device with { Attributes = ReadAttributes(parent, device) });
        }
    }

    private void ReadOrphan(MdevUuid uuid)
    {
        using var parent = MdevFolder.OpenParent(sys, uuid, out _);
        if (parent is not null && MdevFolder.Read(sys, uuid, _patience) is { } device)
        {
            _devices.Add(device with { Attributes = ReadAttributes(parent, device) });
        }
    }

    private void ReadNamedDevices()
    {
        bool IsUnknown(ParentAddress named) => !_parents.Exists(parent => parent.Address.Matches(named));
        foreach (var named in scope.Parents.Where(IsUnknown).Distinct().ToList())
        {
            _parents.AddRange(NamedDevices.Find(sys, named, _buffer));
        }
    }

    private EquatableArray<ObservedAttribute> ReadAttributes(ParentFolder parent, ObservedMdev device)
    {
        if (!scope.Attributes.TryGetValue(device.Id, out var names))
        {
            return [];
        }

        var files = new AttributeFile(parent.Folder, _buffer);
        var read = new List<ObservedAttribute>(names.Count);
        foreach (var name in names.Distinct().Order())
        {
            read.Add(files.Read($"{device.Uuid}/{name}", name));
        }

        return read.ToEquatableArray();
    }

    private ObservedState State(string host, MdevBus bus) => new()
    {
        Host = host,
        HasMdevBus = bus.Exists,
        Parents = _parents.OrderBy(parent => parent.Address).ToEquatableArray(),
        SubDevices = _devices.OrderBy(device => device.Id).ToEquatableArray(),
        MdevDrivers = bus.Drivers.ToEquatableArray(),
    };
}
