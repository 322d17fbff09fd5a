using MdevDesired.Linux.Auxiliary;
using MdevDesired.Linux.Interop;
using MdevDesired.Model;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Tests.Linux.Sysfs;
using Xunit;

namespace MdevDesired.Tests.Linux.Auxiliary;

public sealed class AuxiliaryBusTests : IDisposable
{
    private readonly FakeSysfs _sysfs = new();

    public void Dispose() => _sysfs.Dispose();

    [Fact]
    public void A_subfunction_is_known_by_its_parent_and_its_number()
    {
        WithDevice("mlx5_core.sf.2", "0000:05:00.0", sfNumber: "88", "mlx5_core.sf");
        WithDevice("mlx5_core.sf.3", "0000:05:00.1", sfNumber: "88");
        WithDevice("mlx5_core.eth.2", "0000:05:00.0", sfNumber: null);
        using var sys = Folder.Open(_sysfs.Sys(""))!;

        var bus = new AuxiliaryBus(sys);
        var drivers = bus.Drivers();
        Assert.Equal([new DriverName("mlx5_core.sf")], drivers);
        Assert.Equal(
            [new("mlx5_core.sf.2", "0000:05:00.0", 88, new DriverName("mlx5_core.sf")), new("mlx5_core.sf.3", "0000:05:00.1", 88, null)],
            bus.Subfunctions(drivers));
        Assert.Equal(bus.Subfunctions(drivers)[0], bus.Read("mlx5_core.sf.2"));
        Assert.Null(bus.Read("mlx5_core.eth.2"));
    }

    [Fact]
    public void A_kernel_without_the_bus_has_no_subfunctions()
    {
        _sysfs.Write("class/keep", "");
        using var sys = Folder.Open(_sysfs.Sys(""))!;
        var bus = new AuxiliaryBus(sys);
        Assert.Empty(bus.Subfunctions(bus.Drivers()));
        Assert.Empty(bus.Names());
    }

    [Fact]
    public void A_remembered_name_that_another_subfunction_has_by_now_is_not_believed()
    {
        var id = SubfunctionId.Parse("pci/0000:05:00.0/pf0sf1");
        WithDevice("mlx5_core.sf.2", "0000:05:00.0", "1");
        using var sys = Folder.Open(_sysfs.Sys(""))!;
        var devices = new AuxiliaryDevices(() => sys);
        Assert.Equal("mlx5_core.sf.2", devices.Find(id)?.Name);

        _sysfs.Write("devices/pci0000:00/0000:05:00.0/mlx5_core.sf.2/sfnum", "7\n");
        Assert.Null(devices.Find(id));
        WithDevice("mlx5_core.sf.4", "0000:05:00.0", "1");
        Assert.Equal("mlx5_core.sf.4", devices.Find(id)?.Name);
        Assert.False(devices.Learn(id, "mlx5_core.sf.2"));
        Assert.True(devices.Learn(id, "mlx5_core.sf.4"));
    }

    [Fact]
    public void One_on_another_controller_has_no_device_here()
    {
        WithDevice("mlx5_core.sf.2", "0000:05:00.0", "1");
        using var sys = Folder.Open(_sysfs.Sys(""))!;
        Assert.Null(new AuxiliaryDevices(() => sys).Find(SubfunctionId.Parse("pci/0000:05:00.0/c1pf0sf1")));
    }

    private void WithDevice(string name, string parent, string? sfNumber, string? driver = null)
    {
        var path = $"devices/pci0000:00/{parent}/{name}";
        Directory.CreateDirectory(_sysfs.Sys(path));
        _sysfs.Link($"bus/auxiliary/devices/{name}", path);
        if (sfNumber is not null)
        {
            _sysfs.Write($"{path}/sfnum", sfNumber + "\n");
        }

        if (driver is not null)
        {
            _sysfs.Write($"bus/auxiliary/drivers/{driver}/bind", "");
            _sysfs.Link($"bus/auxiliary/drivers/{driver}/{name}", path);
            _sysfs.Link($"{path}/driver", $"bus/auxiliary/drivers/{driver}");
        }
    }
}
