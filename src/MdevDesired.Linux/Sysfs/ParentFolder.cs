using MdevDesired.Applying;
using MdevDesired.Linux.Interop;
using MdevDesired.Model;

namespace MdevDesired.Linux.Sysfs;

/// <summary>The open folder of a parent device: its mediated devices are folders in it, named by their UUIDs.</summary>
internal sealed class ParentFolder : IDisposable
{
    private ParentFolder(Folder folder) => Folder = folder;

    public Folder Folder { get; }

    /// <summary>Opens the folder by its path beneath /sys; null when the parent is gone.</summary>
    /// <exception cref="KernelException">It is there and cannot be opened.</exception>
    public static ParentFolder? Open(Folder sys, string path) =>
        sys.OpenFolder(path, Resolve.LinksBeneath) is { } folder ? new ParentFolder(folder) : null;

    /// <summary>The bus, or null for a device of a class or of nothing: then its bare name is its address.</summary>
    public string? Bus() => Folder.ReadLink("subsystem")?.Split('/') is [.., "bus", var bus] && PathSegment.Reject(bus) is null ? bus : null;

    /// <summary>The type of one device by its own link, which the kernel makes after the device; null while it has none.</summary>
    public MdevTypeName? TypeOf(MdevUuid uuid) =>
        LinkedName($"{uuid}/mdev_type") is { } name ? new MdevTypeName(name) : null;

    /// <summary>The driver of one device by its own link, or null.</summary>
    public DriverName? DriverOf(MdevUuid uuid) =>
        LinkedName($"{uuid}/driver") is { } name ? new DriverName(name) : null;

    /// <summary>The inode of a device's folder, or null when the device is gone.</summary>
    public ulong? InodeOf(MdevUuid uuid) => Folder.Status(uuid.ToString())?.Inode;

    public void Dispose() => Folder.Dispose();

    private string? LinkedName(string link) =>
        Folder.ReadLink(link) is { } target && SysfsPath.LastSegment(target) is var name && PathSegment.Reject(name) is null
            ? name
            : null;
}
