using MdevDesired.Applying;
using MdevDesired.Linux.Interop;
using MdevDesired.Linux.Processes;
using MdevDesired.Model;
using MdevDesired.Model.Mdevs;

namespace MdevDesired.Linux.Sysfs;

/// <summary>
/// Who holds mediated devices through VFIO: the character device of the device's IOMMU group (<c>/dev/vfio/N</c>), or its own
/// (<c>/dev/vfio/devices/vfioN</c>, from Linux 6.6).
/// </summary>
internal static class VfioHolders
{
    /// <exception cref="KernelException">Something that must be readable is not.</exception>
    public static EquatableArray<DeviceHolder> Find(Folder sys, HostRoot root, IReadOnlyCollection<DeviceId> ids)
    {
        var files = ids.OfType<MdevId>()
            .SelectMany(id => Files(sys, id).Select(file => (File: file, Id: (DeviceId)id)))
            .ToLookup(pair => pair.File, pair => pair.Id);
        using var proc = files.Count == 0 ? null : Folder.Open(root.Proc);
        return proc is null
            ? []
            : ProcessFiles.Holding(proc, files.Select(file => file.Key).ToHashSet())
                .SelectMany(found => files[found.Path].Select(id => new DeviceHolder(id, found.Pid, found.Command, found.Path)))
                .OrderBy(holder => holder.Id)
                .ThenBy(holder => holder.Pid)
                .ToEquatableArray();
    }

    private static IEnumerable<string> Files(Folder sys, MdevId id)
    {
        using var parent = MdevFolder.OpenParent(sys, id.Uuid, out _);
        if (parent is null)
        {
            yield break;
        }

        if (parent.Folder.ReadLink($"{id}/iommu_group") is { } group)
        {
            yield return $"/dev/vfio/{SysfsPath.LastSegment(group)}";
        }

        foreach (var device in FolderNames.OfFolders(parent.Folder, $"{id}/vfio-dev", new byte[4096]))
        {
            yield return $"/dev/vfio/devices/{device}";
        }
    }
}
