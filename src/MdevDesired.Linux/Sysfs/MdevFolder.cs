using MdevDesired.Applying;
using MdevDesired.Linux.Interop;
using MdevDesired.Model;
using MdevDesired.Model.Mdevs;

namespace MdevDesired.Linux.Sysfs;

/// <summary>Reads one mediated device by its own links, wherever it is.</summary>
internal static class MdevFolder
{
    /// <summary>The device without attributes, or null when the host has none of this UUID.</summary>
    /// <exception cref="KernelException">Something that must be readable is not.</exception>
    public static ObservedMdev? Read(Folder sys, MdevUuid uuid, Patience patience)
    {
        using var parent = OpenParent(sys, uuid, out var name);
        if (parent is null)
        {
            return null;
        }

        var (type, driver) = (TypeOf(parent, uuid, patience), parent.DriverOf(uuid));
        return parent.InodeOf(uuid) is not { } inode
            ? null
            : new ObservedMdev
            {
                Parent = new ParentAddress(parent.Bus(), name),
                Uuid = uuid,
                Instance = inode,
                Type = type,
                Driver = driver,
            };
    }

    /// <summary>
    /// The parent of a device through its link on the bus: it is there even for a parent that is just being unregistered and has
    /// left <c>/sys/class/mdev_bus</c>.
    /// </summary>
    public static ParentFolder? OpenParent(Folder sys, MdevUuid uuid, out string name)
    {
        var link = $"{SysfsPath.MdevDevices}/{uuid}";
        var path = sys.ReadLink(link) is { } target ? SysfsPath.Resolve(link, target) : null;
        var above = SysfsPath.Above(path ?? "");
        name = SysfsPath.LastSegment(above);
        return PathSegment.Reject(name) is null ? ParentFolder.Open(sys, above) : null;
    }

    /// <summary>The type by the device's link, which the kernel makes a moment after the device (drivers/vfio/mdev/mdev_core.c).</summary>
    public static MdevTypeName? TypeOf(ParentFolder parent, MdevUuid uuid, Patience patience)
    {
        var type = parent.TypeOf(uuid);
        while (type is null && parent.InodeOf(uuid) is not null && patience.Wait())
        {
            type = parent.TypeOf(uuid);
        }

        return type;
    }
}
