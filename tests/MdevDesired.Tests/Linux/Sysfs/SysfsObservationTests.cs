using MdevDesired.Applying;
using MdevDesired.Linux.Interop;
using MdevDesired.Linux.Sysfs;
using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using Xunit;

namespace MdevDesired.Tests.Linux.Sysfs;

public sealed class SysfsObservationTests : IDisposable
{
    private const string First = "00000000-0000-4000-8000-000000000001";
    private const string Second = "00000000-0000-4000-8000-000000000002";
    private const string Pci = "0000:05:00.0";

    private readonly FakeSysfs _sysfs = new();

    [Fact]
    public void Sees_nothing_where_there_is_no_sysfs() => Assert.Empty(Observe().Parents);

    [Fact]
    public void Sees_nothing_where_the_kernel_has_no_mdev_bus()
    {
        _sysfs.WithDevice("pci", Pci);

        var state = Observe();

        Assert.Empty(state.Parents);
        Assert.Empty(state.SubDevices);
        Assert.Empty(state.MdevDrivers);
    }

    [Fact]
    public void Addresses_a_parent_by_its_bus_and_one_of_a_class_by_its_bare_name()
    {
        _sysfs.WithParent("pci", Pci).WithParent("mtty", "mtty", isClass: true);

        Assert.Equal(["mtty", $"pci/{Pci}"], Observe().Parents.Select(parent => parent.Address.ToString()));
    }

    [Fact]
    public void Shows_types_in_order_with_what_they_say_of_themselves()
    {
        _sysfs.WithParent("mtty", "mtty", isClass: true).WithType("mtty", "mtty-2", 12).WithType("mtty", "mtty-1", 24);

        var types = Observe().Parents.Single().MdevTypes;

        Assert.Equal(["mtty-1", "mtty-2"], types.Select(type => type.Name.ToString()));
        Assert.Equal(
            new ObservedMdevType { Name = new("mtty-1"), AvailableInstances = 24, DeviceApi = "vfio-pci", Title = "The mtty-1" },
            types[0]);
    }

    [Fact]
    public void Reads_the_room_of_named_parents_only()
    {
        _sysfs.WithParent("pci", Pci).WithType(Pci, "a", 1).WithParent("mtty", "mtty", isClass: true).WithType("mtty", "b", 2);

        var parents = Observe(Scope([ParentAddress.Parse(Pci)])).Parents;

        Assert.Empty(parents[0].MdevTypes);
        Assert.Equal(1, parents[1].MdevTypes.Single().AvailableInstances);
        Assert.Null(parents[1].MdevTypes.Single().DeviceApi);
    }

    [Fact]
    public void Room_that_is_no_number_is_unknown()
    {
        _sysfs.WithParent("pci", Pci).WithType(Pci, "a", 1);
        _sysfs.Write($"class/mdev_bus/{Pci}/mdev_supported_types/a/available_instances", "many\n");

        Assert.Null(Observe().Parents.Single().MdevTypes.Single().AvailableInstances);
    }

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
            Assert.Equal(device, host.Observe(device.Id));
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
    public void A_parent_that_is_listed_and_gone_is_absent()
    {
        _sysfs.WithBus().Link("class/mdev_bus/gone", "devices/pci0000:00/gone");

        Assert.Empty(Observe().Parents);
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

    [Fact]
    public void Says_of_a_named_device_that_it_is_no_parent_of_mdevs()
    {
        _sysfs.WithBus().WithDevice("pci", Pci);

        var parent = Observe(Scope([ParentAddress.Parse($"pci/{Pci}")])).Parents.Single();

        Assert.Equal($"pci/{Pci}", parent.Address.ToString());
        Assert.False(parent.OffersMdevs);
    }

    [Fact]
    public void Finds_a_device_named_without_its_bus()
    {
        _sysfs.WithDevice("pci", Pci).WithDevice("platform", "other");

        Assert.Equal($"pci/{Pci}", Observe(Scope([ParentAddress.Parse(Pci)])).Parents.Single().Address.ToString());
    }

    [Fact]
    public void A_named_device_that_does_not_exist_is_not_shown()
    {
        _sysfs.WithBus();

        Assert.Empty(Observe(Scope([ParentAddress.Parse(Pci), ParentAddress.Parse("pci/" + Pci)])).Parents);
    }

    [Fact]
    public void Names_the_drivers_of_the_bus_in_order()
    {
        _sysfs.WithBus().WithDriver("vfio_mdev").WithDriver("mdpy");

        Assert.Equal(["mdpy", "vfio_mdev"], Observe().MdevDrivers.Select(driver => driver.ToString()));
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
        new(parents, new Dictionary<SubDeviceId, IReadOnlyCollection<AttributeName>>());

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
