using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Model.Mdevs;

namespace MdevDesired.Linux.Sysfs;

/// <summary>Reads the mediated devices of one parent with listings where these cost less than asking each device.</summary>
internal sealed class MdevsOfParent(ParentFolder parent, ObservedParent observed, MdevBus bus, byte[] buffer)
{
    // To list a folder is to open it, read it, read its end, and close it; to read a link is one call.
    private const int CallsPerListing = 4;

    private readonly Dictionary<MdevUuid, ulong> _inodes = [];

    /// <summary>Reads the devices of the parent that the bus lists too; without attributes.</summary>
    /// <exception cref="KernelException">Something that must be readable is not.</exception>
    public List<ObservedMdev> Read(HashSet<MdevUuid> onBus, Patience patience)
    {
        ListInodes(onBus);
        var types = ListTypes();
        var devices = new List<ObservedMdev>(_inodes.Count);
        foreach (var (uuid, inode) in _inodes)
        {
            MdevTypeName? listed = types.TryGetValue(uuid, out var type) ? type : null;
            if (ReadDevice(uuid, inode, listed, patience) is { } device)
            {
                devices.Add(device);
            }
        }

        return devices;
    }

    private void ListInodes(HashSet<MdevUuid> onBus)
    {
        foreach (var entry in parent.Folder.Entries(buffer))
        {
            if (entry.IsFolder && FolderNames.TryParse(entry, out var uuid) && onBus.Contains(uuid))
            {
                _inodes[uuid] = entry.Inode;
            }
        }

        if (_inodes.Count > 0 && !ListingTellsInodes())
        {
            AskInodes();
        }
    }

    // True on sysfs. A file system under --root may number its entries in another way than its files (overlayfs does).
    private bool ListingTellsInodes()
    {
        var (uuid, listed) = _inodes.First();
        return parent.InodeOf(uuid) is not { } asked || asked == listed;
    }

    private void AskInodes()
    {
        foreach (var uuid in _inodes.Keys.ToList())
        {
            if (parent.InodeOf(uuid) is { } inode)
            {
                _inodes[uuid] = inode;
            }
            else
            {
                _inodes.Remove(uuid);
            }
        }
    }

    private Dictionary<MdevUuid, MdevTypeName> ListTypes() =>
        _inodes.Count > CallsPerListing * observed.MdevTypes.Count
            ? MdevTypesFolder.ReadDevices(parent.Folder, observed.MdevTypes, buffer)
            : [];

    private ObservedMdev? ReadDevice(MdevUuid uuid, ulong inode, MdevTypeName? listed, Patience patience)
    {
        var type = listed ?? MdevFolder.TypeOf(parent, uuid, patience);
        return type is null && parent.InodeOf(uuid) is null
            ? null
            : new ObservedMdev
            {
                Parent = observed.Address,
                Uuid = uuid,
                Instance = inode,
                Type = type,
                Driver = bus.DriverOf(uuid),
            };
    }
}
