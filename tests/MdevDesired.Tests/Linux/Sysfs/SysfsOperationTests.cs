using MdevDesired.Applying;
using MdevDesired.Linux.Sysfs;
using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using MdevDesired.Planning;
using MdevDesired.Planning.Mdevs;
using Xunit;

namespace MdevDesired.Tests.Linux.Sysfs;

public sealed class SysfsOperationTests : IDisposable
{
    private const string Pci = "0000:05:00.0";

    private static readonly MdevUuid Uuid = MdevUuid.Parse("69EA1551-d054-46e9-974d-8edae8f0aefe");
    private static readonly MdevId Id = new(Uuid);
    private static readonly ParentAddress Parent = ParentAddress.Parse($"pci/{Pci}");

    private readonly FakeSysfs _sysfs =
        new FakeSysfs().WithParent("pci", Pci).WithType(Pci, "a", 4).WithDriver("vfio_mdev").WithMdev(Pci, $"{Uuid}", "a");

    [Fact]
    public void Creates_by_the_UUID_in_lower_case_and_a_newline()
    {
        Perform(Create("a"));

        Assert.Equal("69ea1551-d054-46e9-974d-8edae8f0aefe\n", _sysfs.Text($"class/mdev_bus/{Pci}/mdev_supported_types/a/create"));
    }

    [Fact]
    public void Removes_by_a_one()
    {
        Perform(new RemoveMdev { Parent = Parent, Id = Id, Uuid = Uuid, Reason = "" });

        Assert.Equal("1\n", _sysfs.Text($"bus/mdev/devices/{Uuid}/remove"));
    }

    [Theory]
    [InlineData("max_tx_queues")]
    [InlineData("nvidia/vgpu_params")]
    public void Writes_an_attribute_of_one_or_several_segments(string name)
    {
        _sysfs.WithAttribute(Pci, $"{Uuid}", name, "");

        Perform(Write(name, "8"));

        Assert.Equal("8\n", _sysfs.Text($"bus/mdev/devices/{Uuid}/{name}"));
    }

    [Fact]
    public void Binds_and_unbinds_at_the_driver()
    {
        var driver = new DriverName("vfio_mdev");
        Perform(new Bind { Parent = Parent, Id = Id, Driver = driver, Reason = "" });
        Perform(new Unbind { Parent = Parent, Id = Id, Driver = driver, Reason = "" });

        Assert.Equal($"{Uuid}\n", _sysfs.Text("bus/mdev/drivers/vfio_mdev/bind"));
        Assert.Equal($"{Uuid}\n", _sysfs.Text("bus/mdev/drivers/vfio_mdev/unbind"));
    }

    [Fact]
    public void Adopts_without_a_word_to_the_kernel() =>
        Perform(new Adopt { Parent = Parent, Id = Id, Reason = "" });

    [Fact]
    public void A_refusal_says_what_was_written_where_and_the_answer()
    {
        var refusal = Assert.Throws<KernelException>(() => Perform(Create("b")));

        Assert.Equal(Errno.ENOENT, refusal.Errno);
        Assert.Equal($"write \"{Uuid}\"", refusal.Operation);
        Assert.Equal(_sysfs.Sys($"class/mdev_bus/{Pci}/mdev_supported_types/b/create"), refusal.Target);
    }

    [RootFact]
    public void The_kernels_own_answer_to_the_write_is_told()
    {
        // The device /dev/full (full(4)) answers every write with ENOSPC, as a driver without an instance left does.
        var create = _sysfs.Sys($"class/mdev_bus/{Pci}/mdev_supported_types/a/create");
        File.Delete(create);
        Shell.Run("mknod", create, "c", "1", "7");

        Assert.Equal(Errno.ENOSPC, Assert.Throws<KernelException>(() => Perform(Create("a"))).Errno);
    }

    [Fact]
    public void An_attribute_behind_a_link_is_refused_and_what_it_leads_to_left_alone()
    {
        using var outside = new TemporaryFolder();
        File.WriteAllText(outside.Under("x"), "untouched");
        Directory.CreateSymbolicLink(_sysfs.Sys($"bus/mdev/devices/{Uuid}/link"), outside.Path);

        Assert.Equal(Errno.ELOOP, Assert.Throws<KernelException>(() => Perform(Write("link/x", "8"))).Errno);
        Assert.Equal("untouched", File.ReadAllText(outside.Under("x")));
    }

    [Fact]
    public void An_attribute_behind_a_link_inside_sysfs_is_refused_too() =>
        Assert.Equal(Errno.ELOOP, Assert.Throws<KernelException>(() => Perform(Write("mdev_type/create", "8"))).Errno);

    [Fact]
    public void An_attribute_that_is_a_link_is_refused()
    {
        _sysfs.Link($"bus/mdev/devices/{Uuid}/link", $"bus/mdev/devices/{Uuid}/remove");

        Assert.Equal(Errno.ELOOP, Assert.Throws<KernelException>(() => Perform(Write("link", "8"))).Errno);
    }

    [Fact]
    public void A_missing_attribute_is_not_made()
    {
        Assert.Equal(Errno.ENOENT, Assert.Throws<KernelException>(() => Perform(Write("new", "8"))).Errno);
        Assert.False(File.Exists(_sysfs.Sys($"bus/mdev/devices/{Uuid}/new")));
    }

    [Fact]
    public void A_parent_that_leads_out_of_sysfs_is_refused()
    {
        using var outside = new TemporaryFolder();
        Directory.CreateDirectory(outside.Under("mdev_supported_types/a"));
        File.WriteAllText(outside.Under("mdev_supported_types/a/create"), "untouched");
        File.Delete(_sysfs.Sys($"class/mdev_bus/{Pci}"));
        Directory.CreateSymbolicLink(_sysfs.Sys($"class/mdev_bus/{Pci}"), outside.Path);

        Assert.Equal(Errno.EXDEV, Assert.Throws<KernelException>(() => Perform(Create("a"))).Errno);
        Assert.Equal("untouched", File.ReadAllText(outside.Under("mdev_supported_types/a/create")));
    }

    [Fact]
    public void A_device_of_the_same_UUID_on_another_parent_is_not_removed()
    {
        _sysfs.WithParent("mtty", "mtty", isClass: true);
        var remove = new RemoveMdev { Parent = ParentAddress.Parse("mtty"), Id = Id, Uuid = Uuid, Reason = "" };

        Assert.Equal(Errno.ENOENT, Assert.Throws<KernelException>(() => Perform(remove)).Errno);
        Assert.Equal("", _sysfs.Text($"bus/mdev/devices/{Uuid}/remove"));
    }

    [Fact]
    public void A_host_without_sysfs_says_so()
    {
        using var empty = new TemporaryFolder();
        using var host = new SysfsHost(new(empty.Path));

        Assert.Equal(empty.Under("sys"), Assert.Throws<KernelException>(() => host.Perform(Create("a"))).Target);
    }

    [Fact]
    public void Many_threads_may_operate_at_once()
    {
        using var host = new SysfsHost(_sysfs.Root);
        for (var i = 0; i < 64; i++)
        {
            _sysfs.WithAttribute(Pci, $"{Uuid}", $"a{i}", "");
        }

        Parallel.For(0, 64, i => host.Perform(Write($"a{i}", $"{i}")));

        Assert.All(Enumerable.Range(0, 64), i => Assert.Equal($"{i}\n", _sysfs.Text($"bus/mdev/devices/{Uuid}/a{i}")));
    }

    public void Dispose() => _sysfs.Dispose();

    private static CreateMdev Create(string type) =>
        new() { Parent = Parent, Id = Id, Uuid = Uuid, Type = new(type), Reason = "" };

    private static WriteAttribute Write(string name, string value) =>
        new() { Parent = Parent, Id = Id, Attribute = new(name), Value = value, Reason = "" };

    private void Perform(PlanAction action)
    {
        using var host = new SysfsHost(_sysfs.Root);
        host.Perform(action);
    }
}
