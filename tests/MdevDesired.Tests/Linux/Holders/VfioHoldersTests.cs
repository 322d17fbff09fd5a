using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using Xunit;

namespace MdevDesired.Tests.Linux.Holders;

public sealed class VfioHoldersTests : IDisposable
{
    private const string Uuid = "aaaaaaaa-0000-4000-8000-000000000000";

    private static readonly ObservedState Host = new() { Host = "node-7" };
    private static readonly MdevId Id = MdevId.Parse(Uuid);

    private readonly HolderTree _tree = new();

    public VfioHoldersTests()
    {
        _tree.Sysfs.WithBus().WithParent("mtty", "mtty", isClass: true).WithType("mtty", "mtty-1", 1).WithMdev("mtty", Uuid, "mtty-1");
        _tree.Sysfs.Link($"{_tree.Sysfs.PathOf("mtty")}/{Uuid}/iommu_group", "kernel/iommu_groups/12");
        _tree.Process(1, "systemd", "/dev/null", "anon_inode:[eventpoll]");
    }

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Names_the_process_that_has_the_group_open()
    {
        _tree.Process(812, "qemu-system-x86", "/dev/kvm", "/dev/vfio/12", "/dev/vfio/12", "anon_inode:[vfio-device]");
        var holder = Assert.Single(_tree.Search(Host, Id).Holders);
        Assert.Equal(new ProcessHolder(Id, 812, "qemu-system-x86", "/dev/vfio/12"), holder);
        Assert.True(holder.IsVfio);
    }

    [Fact]
    public void Names_the_process_that_has_the_devices_own_file_open()
    {
        Directory.CreateDirectory(_tree.Sysfs.Sys($"{_tree.Sysfs.PathOf("mtty")}/{Uuid}/vfio-dev/vfio3"));
        _tree.Process(812, "qemu", "/dev/vfio/devices/vfio3");
        Assert.Equal(["process 812 (qemu) has /dev/vfio/devices/vfio3 open"], _tree.Find(Host, Id));
    }

    [Fact]
    public void Takes_no_other_group_for_the_devices()
    {
        _tree.Process(812, "qemu", "/dev/vfio/1", "/dev/vfio/123", "/tmp/dev/vfio/12", "/dev/vfio/vfio");
        Assert.Empty(_tree.Find(Host, Id));
    }

    [Fact]
    public void Passes_over_processes_that_end_meanwhile_and_what_is_no_process()
    {
        Directory.CreateDirectory(Path.Combine(_tree.Sysfs.Root.Proc, "4711"));
        Directory.CreateDirectory(Path.Combine(_tree.Sysfs.Root.Proc, "self/fd"));
        File.CreateSymbolicLink(Path.Combine(_tree.Sysfs.Root.Proc, "self/fd/0"), "/dev/vfio/12");
        Assert.Empty(_tree.Find(Host, Id));
    }

    [Fact]
    public void Finds_nothing_for_a_device_that_is_gone() =>
        Assert.Equal(HolderSearch.Nobody, _tree.Search(Host, MdevId.Parse("bbbbbbbb-0000-4000-8000-000000000000")));
}
