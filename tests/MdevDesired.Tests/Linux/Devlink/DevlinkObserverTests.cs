using MdevDesired.Applying;
using MdevDesired.Linux.Devlink;
using MdevDesired.Model.Devlink;
using Xunit;
using static MdevDesired.Tests.Linux.Devlink.DevlinkTranscripts;

namespace MdevDesired.Tests.Linux.Devlink;

public sealed class DevlinkObserverTests
{
    private static readonly DevlinkHandle Netdevsim = new("netdevsim", "netdevsim10");
    private static readonly DevlinkHandle Other = new("netdevsim", "netdevsim3");
    private static readonly DevlinkHandle Pf = new("pci", "0000:00:05.0");
    private static readonly DevlinkHandle Sf = new("auxiliary", "mlx5_core.sf.0");

    [Fact]
    public void Lists_the_devices() => Assert.Equal(
        [new DevlinkDevice(Netdevsim, false), new DevlinkDevice(Other, false)],
        Observe("dev-show", devlink => devlink.Devices()).AsEnumerable());

    [Fact]
    public void Lists_nothing_where_there_is_nothing() => Assert.Empty(Observe("no-devices", devlink => devlink.Devices()));

    [Fact]
    public void Sees_that_a_reload_failed() => Assert.Equal(
        [true, false], Observe("dev-show-reload-failed", devlink => devlink.Devices()).Select(device => device.ReloadFailed));

    [Fact]
    public void Lists_the_ports_of_every_device()
    {
        var ports = Observe("port-show", devlink => devlink.Ports());

        Assert.Equal([(Netdevsim, 0u), (Netdevsim, 1u), (Other, 0u)], ports.Select(port => (port.Device, port.Index)));
        Assert.Equal(
            new DevlinkPort
            {
                Device = Netdevsim,
                Index = 1,
                Type = DevlinkPortType.Eth,
                Flavour = DevlinkPortFlavour.Physical,
                Number = 2,
                Netdev = "eth1",
                Ifindex = 3,
            },
            ports[1]);
    }

    [Fact]
    public void Sees_the_number_of_a_virtual_function()
    {
        var ports = Observe("port-show-vf", devlink => devlink.Ports());

        Assert.Equal(
            new DevlinkPort
            {
                Device = Netdevsim,
                Index = 129,
                Type = DevlinkPortType.Eth,
                Flavour = DevlinkPortFlavour.PciVf,
                Controller = 0,
                PfNumber = 0,
                VfNumber = 1,
                External = false,
                Netdev = "eth4",
                Ifindex = 10,
            },
            ports.Single(port => port.VfNumber == 1));
    }

    [Fact]
    public void Sees_a_subfunction_among_the_ports()
    {
        var ports = Observe("sf-ports-show", devlink => devlink.Ports());

        Assert.Equal(AttachedSubfunction(), ports.Single(port => port.SfNumber is not null));
        Assert.Equal((DevlinkPortFlavour.Virtual, "eth5"), (ports[^1].Flavour, ports[^1].Netdev));
        Assert.Equal(Sf, ports[^1].Device);
    }

    [Fact]
    public void Follows_one_port() =>
        Assert.Equal(AttachedSubfunction(), Observe("sf-port-show", devlink => devlink.Port(Pf, 32768)));

    [Fact]
    public void Lists_params_as_typed_as_their_driver_has_them()
    {
        var all = Observe("pf-param-show", devlink => devlink.Params());

        Assert.Equal(48, all.Length);
        Assert.Equal(
            [
                "enable_eth Flag generic Driverinit=true",
                "enable_rdma Flag generic Driverinit=true",
                "enable_roce Flag generic Driverinit=true",
                "enable_vnet Flag generic Driverinit=true",
                "io_eq_size U32 generic Driverinit=1024",
                "event_eq_size U32 generic Driverinit=1024",
                "max_macs U32 generic Driverinit=128",
                "flow_steering_mode String own Runtime=dmfs",
                "esw_port_metadata Flag own Runtime=true",
                "enable_sriov Flag generic Permanent=true",
                "msix_vec_per_pf_max U32 generic Permanent=64",
                "fw_load_policy U8 generic Permanent=0",
            ],
            all.Where(param => param.Device == Pf).Select(Shown));
    }

    [Fact]
    public void Takes_a_flag_that_is_absent_for_false() => Assert.Equal(
        "test1 Flag own Driverinit=false",
        Shown(Observe("param-show-one", devlink => devlink.Param(Netdevsim, "test1"))));

    [Fact]
    public void Lists_the_params_of_every_device() => Assert.Equal(
        ["max_macs U32 generic Driverinit=32", "test1 Flag own Driverinit=true"],
        Observe("param-show", devlink => devlink.Params()).Where(param => param.Device == Other).Select(Shown));

    [Fact]
    public void Sees_the_eswitch() => Assert.Equal(
        new DevlinkEswitch(Netdevsim, DevlinkEswitchMode.Legacy, null, null),
        Observe("eswitch-show", devlink => devlink.Eswitch(Netdevsim)));

    [Fact]
    public void Sees_that_an_instance_has_no_eswitch() => Assert.Equal(
        new DevlinkEswitch(Sf, null, null, null), Observe("sf-eswitch-show", devlink => devlink.Eswitch(Sf)));

    [Fact]
    public void Says_that_the_eswitch_is_for_administrators_only()
    {
        var refusal = Assert.Throws<KernelException>(
            () => Observe("eswitch-show-refused", devlink => devlink.Eswitch(Pf)));

        Assert.Equal(("devlink dev eswitch show", "pci/0000:00:05.0"), (refusal.Operation, refusal.Target));
        Assert.Equal(Errno.EPERM, refusal.Errno);
    }

    private static DevlinkPort AttachedSubfunction() => new()
    {
        Device = Pf,
        Index = 32768,
        Type = DevlinkPortType.Eth,
        Flavour = DevlinkPortFlavour.PciSf,
        Controller = 0,
        PfNumber = 0,
        SfNumber = 88,
        Netdev = "eth4",
        Ifindex = 6,
        Function = new DevlinkPortFunction
        {
            HwAddr = HardwareAddress.Parse("00:00:00:00:88:88"),
            State = DevlinkFunctionState.Active,
            Opstate = DevlinkFunctionOpstate.Attached,
        },
    };

    private static string Shown(DevlinkParam param)
    {
        var settings = param.Settings.Select(setting => $"{setting.Cmode}={setting.Value}");
        return $"{param.Name} {param.Type} {(param.IsGeneric ? "generic" : "own")} {string.Join(' ', settings)}";
    }
}
