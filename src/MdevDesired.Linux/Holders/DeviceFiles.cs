using MdevDesired.Linux.Interop;
using MdevDesired.Linux.Sysfs;
using MdevDesired.Model;

namespace MdevDesired.Linux.Holders;

/// <summary>
/// The files by which processes use a device: of VFIO that of its IOMMU group (<c>/dev/vfio/N</c>) or its own
/// (<c>/dev/vfio/devices/vfioN</c>, from Linux 6.6), that of a vdpa device (drivers/vhost/vdpa.c) and those of RDMA devices
/// (drivers/infiniband/core/uverbs_main.c).
/// </summary>
internal sealed class DeviceFiles(Folder sys, DevicePlaces places)
{
    private const string VdpaDevices = "bus/vdpa/devices";
    private const string VhostVdpa = "vhost-vdpa-";
    private const string Uverbs = "class/infiniband_verbs";
    private const int BufferSize = 8 * 1024;

    private readonly byte[] _buffer = new byte[BufferSize];

    /// <summary>Each file with the device that it is one of.</summary>
    /// <exception cref="Applying.KernelException">Something that must be readable is not.</exception>
    public IEnumerable<(string Path, DeviceId Id)> Find() => places.All
        .Where(place => !place.IsParent)
        .SelectMany(place => Vfio(place.Path).Select(path => (path, place.Id)))
        .Concat(Vdpa())
        .Concat(Rdma());

    private IEnumerable<string> Vfio(string device)
    {
        if (sys.ReadLink($"{device}/iommu_group") is { } group)
        {
            yield return $"/dev/vfio/{SysfsPath.LastSegment(group)}";
        }

        foreach (var name in FolderNames.OfFolders(sys, $"{device}/vfio-dev", _buffer))
        {
            yield return $"/dev/vfio/devices/{name}";
        }
    }

    private IEnumerable<(string Path, DeviceId Id)> Vdpa() =>
        from name in FolderNames.OfLinks(sys, VdpaDevices, _buffer)
        let device = places.Target($"{VdpaDevices}/{name}")
        let place = places.Of(device)
        where place is not null
        from file in FolderNames.OfFolders(sys, device, _buffer)
        where file.StartsWith(VhostVdpa, StringComparison.Ordinal)
        select ($"/dev/{file}", place.Id);

    private IEnumerable<(string Path, DeviceId Id)> Rdma() =>
        from name in FolderNames.OfLinks(sys, Uverbs, _buffer)
        let place = places.Of(places.Target($"{Uverbs}/{name}"))
        where place is not null
        select ($"/dev/infiniband/{name}", place.Id);
}
