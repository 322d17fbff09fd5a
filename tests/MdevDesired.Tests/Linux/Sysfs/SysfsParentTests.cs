using MdevDesired.Linux.Sysfs;
using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using Xunit;

namespace MdevDesired.Tests.Linux.Sysfs;

/// <summary>What an observation shows of parents, types and drivers.</summary>
public sealed class SysfsParentTests : IDisposable
{
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
    public void A_parent_that_is_listed_and_gone_is_absent()
    {
        _sysfs.WithBus().Link("class/mdev_bus/gone", "devices/pci0000:00/gone");

        Assert.Empty(Observe().Parents);
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

    public void Dispose() => _sysfs.Dispose();

    private static ObservationScope Scope(IReadOnlyCollection<ParentAddress> parents) =>
        new(parents, new Dictionary<DeviceId, IReadOnlyCollection<AttributeName>>());

    private ObservedState Observe(ObservationScope? scope = null)
    {
        using var host = new SysfsHost(_sysfs.Root);
        return host.Observe(scope ?? ObservationScope.Everything);
    }
}
