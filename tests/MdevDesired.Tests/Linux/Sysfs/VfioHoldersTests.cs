using MdevDesired.Linux.Sysfs;
using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using Xunit;

namespace MdevDesired.Tests.Linux.Sysfs;

public sealed class VfioHoldersTests : IDisposable
{
    private const string Uuid = "aaaaaaaa-0000-4000-8000-000000000000";

    private static readonly MdevId Id = MdevId.Parse(Uuid);

    private readonly FakeSysfs _sysfs = new FakeSysfs().WithBus().WithParent("mtty", "mtty", isClass: true)
        .WithType("mtty", "mtty-1", 1).WithMdev("mtty", Uuid, "mtty-1");

    public VfioHoldersTests()
    {
        _sysfs.Link($"{_sysfs.PathOf("mtty")}/{Uuid}/iommu_group", "kernel/iommu_groups/12");
        Process(1, "systemd", "/dev/null", "anon_inode:[eventpoll]");
    }

    public void Dispose() => _sysfs.Dispose();

    [Fact]
    public void Names_the_process_that_has_the_group_open()
    {
        Process(812, "qemu-system-x86", "/dev/kvm", "/dev/vfio/12", "/dev/vfio/12", "anon_inode:[vfio-device]");
        Assert.Equal([new DeviceHolder(Id, 812, "qemu-system-x86", "/dev/vfio/12")], Find());
    }

    [Fact]
    public void Names_the_process_that_has_the_devices_own_file_open()
    {
        Directory.CreateDirectory(_sysfs.Sys($"{_sysfs.PathOf("mtty")}/{Uuid}/vfio-dev/vfio3"));
        Process(812, "qemu", "/dev/vfio/devices/vfio3");
        Assert.Equal([new DeviceHolder(Id, 812, "qemu", "/dev/vfio/devices/vfio3")], Find());
    }

    [Fact]
    public void Takes_no_other_group_for_the_devices()
    {
        Process(812, "qemu", "/dev/vfio/1", "/dev/vfio/123", "/tmp/dev/vfio/12", "/dev/vfio/vfio");
        Assert.Empty(Find());
    }

    [Fact]
    public void Passes_over_processes_that_end_meanwhile_and_what_is_no_process()
    {
        Directory.CreateDirectory(Proc("4711"));
        Directory.CreateDirectory(Proc("self/fd"));
        File.CreateSymbolicLink(Proc("self/fd/0"), "/dev/vfio/12");
        Assert.Empty(Find());
    }

    [Fact]
    public void Finds_nothing_for_a_device_that_is_gone() =>
        Assert.Empty(new SysfsHost(_sysfs.Root).FindHolders([MdevId.Parse("bbbbbbbb-0000-4000-8000-000000000000")]));

    private EquatableArray<DeviceHolder> Find() => new SysfsHost(_sysfs.Root).FindHolders([Id]);

    private void Process(int pid, string command, params string[] files)
    {
        Directory.CreateDirectory(Proc($"{pid}/fd"));
        File.WriteAllText(Proc($"{pid}/comm"), command + "\n");
        for (var i = 0; i < files.Length; i++)
        {
            File.CreateSymbolicLink(Proc($"{pid}/fd/{i}"), files[i]);
        }
    }

    private string Proc(string relative) => Path.Combine(_sysfs.Root.Proc, relative);
}
