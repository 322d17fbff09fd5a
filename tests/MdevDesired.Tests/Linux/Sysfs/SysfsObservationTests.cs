using MdevDesired.Applying;
using MdevDesired.Linux.Interop;
using MdevDesired.Linux.Sysfs;
using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using Xunit;

namespace MdevDesired.Tests.Linux.Sysfs;

/// <summary>What an observation shows of devices, and of what comes and goes meanwhile.</summary>
public sealed class SysfsObservationTests : IDisposable
{
    private const string First = "00000000-0000-4000-8000-000000000001";

    private const string Second = "00000000-0000-4000-8000-000000000002";

    private const string Pci = "0000:05:00.0";

    private readonly FakeSysfs _sysfs = new();

    [Fact]
    public void Sees_each_device_with_type_driver_and_the_inode_of_its_folder()
    {
        WithTwoDevices();

        var devices = Observe().SubDevices.Cast<ObservedMdev>().ToList();

        Assert.Equal([First, Second], devices.Select(device => device.Uuid.ToString()));
        Assert.Equal(new DriverName("vfio_mdev"), devices[0].Driver);
        Assert.Null(devices[1].Driver);
        Assert.All(devices, device => Assert.Equal(new MdevTypeName("mtty-2"), device.Type));
        Assert.NotEqual(devices[0].Instance, devices[1].Instance);
    }

    [Fact]
    public void One_device_asked_for_is_the_same_as_in_the_whole_picture()
    {
        WithTwoDevices();
        using var host = new SysfsHost(_sysfs.Root);

        foreach (var device in host.Observe(ObservationScope.Everything).SubDevices)
        {
            Assert.Equal(device, host.Observe((MdevId)device.Id));
        }
    }

    [Fact]
    public void A_device_that_is_not_there_is_null()
    {
        _sysfs.WithBus();
        using var host = new SysfsHost(_sysfs.Root);

        Assert.Null(host.Observe(new MdevId(MdevUuid.Parse(First))));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public void The_type_is_the_same_whether_few_devices_are_asked_or_many_are_listed(int count)
    {
        _sysfs.WithParent("pci", Pci).WithType(Pci, "a", 1).WithType(Pci, "b", 1);
        for (var i = 0; i < count; i++)
        {
            _sysfs.WithMdev(Pci, Uuid(i), i % 2 == 0 ? "a" : "b");
        }

        var types = Observe().SubDevices.Cast<ObservedMdev>().Select(device => device.Type.ToString());

        Assert.Equal(Enumerable.Range(0, count).Select(i => i % 2 == 0 ? "a" : "b"), types);
    }

    [Fact]
    public void Sees_devices_of_parents_that_nobody_named()
    {
        _sysfs.WithParent("pci", Pci).WithParent("mtty", "mtty", isClass: true).WithMdev("mtty", First, "x");

        var device = (ObservedMdev)Observe(Scope([ParentAddress.Parse(Pci)])).SubDevices.Single();

        Assert.Equal("mtty", device.Parent.ToString());
        Assert.Equal(new MdevTypeName("x"), device.Type);
    }

    [Fact]
    public void Sees_a_device_whose_parent_is_just_leaving()
    {
        _sysfs.WithParent("pci", Pci).WithType(Pci, "a", 1).WithMdev(Pci, First, "a");
        File.Delete(_sysfs.Sys($"class/mdev_bus/{Pci}"));

        var state = Observe();

        Assert.Empty(state.Parents);
        Assert.Equal($"pci/{Pci}", state.SubDevices.Single().Parent.ToString());
    }

    [Fact]
    public void A_folder_named_by_a_UUID_that_the_bus_does_not_list_is_no_device()
    {
        _sysfs.WithParent("pci", Pci);
        Directory.CreateDirectory(_sysfs.Sys($"class/mdev_bus/{Pci}/{First}"));

        Assert.Empty(Observe().SubDevices);
    }

    [Fact]
    public void A_device_that_the_bus_lists_and_that_is_gone_is_absent()
    {
        _sysfs.WithParent("pci", Pci).Link($"bus/mdev/devices/{First}", $"devices/pci0000:00/{Pci}/{First}");

        Assert.Empty(Observe().SubDevices);
    }

    [Fact]
    public void A_device_has_no_type_while_the_kernel_has_not_linked_it()
    {
        _sysfs.WithParent("pci", Pci).WithMdev(Pci, First, type: null);

        Assert.Null(((ObservedMdev)Observe().SubDevices.Single()).Type);
    }

    [Fact]
    public void Looks_again_for_a_type_that_appears_after_the_device()
    {
        _sysfs.WithParent("pci", Pci).WithType(Pci, "a", 1).WithMdev(Pci, First, type: null);
        using var sys = Folder.Open(_sysfs.Root.Sys)!;

        var device = MdevFolder.Read(sys, MdevUuid.Parse(First), new Patience(() => _sysfs.WithTypeOf(Pci, First, "a")));

        Assert.Equal(new MdevTypeName("a"), device!.Type);
    }

    [Fact]
    public void A_device_that_vanishes_while_its_type_is_awaited_is_absent()
    {
        _sysfs.WithParent("pci", Pci).WithMdev(Pci, First, type: null);
        using var sys = Folder.Open(_sysfs.Root.Sys)!;
        var patience = new Patience(() => _sysfs.Remove($"{_sysfs.PathOf(Pci)}/{First}"));

        Assert.Null(MdevFolder.Read(sys, MdevUuid.Parse(First), patience));
    }

    [Fact]
    public async Task Devices_and_parents_may_come_and_go_while_they_are_read()
    {
        _sysfs.WithParent("mtty", "mtty", isClass: true).WithType("mtty", "a", 9).WithDriver("vfio_mdev");
        using var done = new CancellationTokenSource();
        var churn = Task.Run(() => Churn(done.Token));

        for (var i = 0; i < 100; i++)
        {
            Assert.True(Observe().SubDevices.Count <= 20);
        }

        await done.CancelAsync();
        await churn;
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("bell\u0007")]
    [InlineData("line\nbreak")]
    public void Names_that_no_document_could_say_are_passed_over(string hostile)
    {
        _sysfs.WithParent("pci", Pci).WithType(Pci, hostile, 1).WithType(Pci, "good", 1).WithDriver(hostile);

        var state = Observe();

        Assert.Equal(["good"], state.Parents.Single().MdevTypes.Select(type => type.Name.ToString()));
        Assert.Empty(state.MdevDrivers);
    }

    [Fact]
    public void Never_leaves_sysfs_through_a_planted_link()
    {
        using var outside = new TemporaryFolder();
        _sysfs.WithBus();
        File.CreateSymbolicLink(_sysfs.Sys("class/mdev_bus/evil"), outside.Path);

        var refusal = Assert.Throws<KernelException>(() => Observe());

        Assert.Equal(Errno.EXDEV, refusal.Errno);
    }

    public void Dispose() => _sysfs.Dispose();

    private static string Uuid(int number) => $"00000000-0000-4000-8000-{number:x12}";

    private static ObservationScope Scope(IReadOnlyCollection<ParentAddress> parents) =>
        new(parents, new Dictionary<DeviceId, IReadOnlyCollection<AttributeName>>());

    private void Churn(CancellationToken done)
    {
        for (var i = 0; !done.IsCancellationRequested; i = (i + 1) % 20)
        {
            _sysfs.WithMdev("mtty", Uuid(i), "a", "vfio_mdev").WithAttribute("mtty", Uuid(i), "x", "1\n");
            foreach (var link in new[] { "bus/mdev/devices", "bus/mdev/drivers/vfio_mdev", "class/mdev_bus/mtty/mdev_supported_types/a/devices" })
            {
                File.Delete(_sysfs.Sys($"{link}/{Uuid(i)}"));
            }

            _sysfs.Remove($"{_sysfs.PathOf("mtty")}/{Uuid(i)}");
        }
    }

    private ObservedState Observe(ObservationScope? scope = null)
    {
        using var host = new SysfsHost(_sysfs.Root);
        return host.Observe(scope ?? ObservationScope.Everything);
    }

    private void WithTwoDevices() =>
        _sysfs.WithParent("mtty", "mtty", isClass: true).WithType("mtty", "mtty-2", 10).WithDriver("vfio_mdev")
            .WithMdev("mtty", Second, "mtty-2").WithMdev("mtty", First, "mtty-2", "vfio_mdev");
}
