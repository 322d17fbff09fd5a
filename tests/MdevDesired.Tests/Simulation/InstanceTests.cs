using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Planning;
using MdevDesired.Planning.Devlink;
using MdevDesired.Planning.Subfunctions;
using MdevDesired.Simulation;
using MdevDesired.Tests.Doubles;
using Xunit;
using static MdevDesired.Tests.Doubles.Scene;

namespace MdevDesired.Tests.Simulation;

/// <summary>The kernel's rules for devlink instances, on the simulated host.</summary>
public class InstanceTests
{
    private static readonly PortSelector First = new(null, 0);

    [Theory]
    [InlineData("enable_roce", "Driverinit", "false")]
    [InlineData("enable_sriov", "Permanent", "true")]
    public void A_driverinit_param_reads_back_at_once_and_a_permanent_one_may_not(string name, string cmode, string value)
    {
        var host = new SimulatedHost(Switch());
        host.Perform(Set(name, cmode, new DevlinkBoolean(false)));
        Assert.Equal(value, host.ObserveParam(NicId, name)!.Settings[0].Value.ToString());
    }

    [Theory]
    [InlineData("enable_teleport", "Driverinit", "EINVAL")]
    [InlineData("enable_roce", "Runtime", "EOPNOTSUPP")]
    [InlineData("io_eq_size", "Driverinit", "EINVAL")]
    public void A_param_is_refused_by_name_by_cmode_and_by_type(string name, string cmode, string errno) =>
        Assert.Equal(errno, Refused(new SimulatedHost(Switch()), Set(name, cmode, new DevlinkBoolean(false))).Errno.ToString());

    [Fact]
    public void A_reload_makes_interfaces_anew_and_the_eswitch_legacy()
    {
        var host = new SimulatedHost(Switch());
        Assert.Equal(Errno.EBUSY, Refused(host, Rename("p0", NicId, "eth0")).Errno);
        host.Perform(Reload(NicId));
        var nic = Nic0(host);
        Assert.Equal(DevlinkEswitchMode.Legacy, nic.Eswitch);
        Assert.Equal(("eth0", false), (nic.Ports[0].Netdev, nic.Ports[0].NetdevIsUp));
        host.Perform(Rename("p0", NicId, "eth0"));
        host.Perform(Reload(NicId));
        Assert.Equal("eth0", Nic0(host).Ports[0].Netdev);
    }

    [Fact]
    public void Without_enable_eth_a_reload_leaves_no_interfaces()
    {
        var host = new SimulatedHost(Switch());
        host.Perform(Set("enable_eth", "Driverinit", new DevlinkBoolean(false)));
        host.Perform(Reload(NicId));
        Assert.Equal((null, DevlinkPortType.NotSet), (Nic0(host).Ports[0].Netdev, Nic0(host).Ports[0].Type));
    }

    [Fact]
    public void A_parent_with_subfunctions_is_not_reloaded_and_legacy_mode_deletes_them()
    {
        var host = Active(88);
        Assert.Equal("No reload while there are subfunctions", Refused(host, Reload(NicId)).ExtendedAck);
        host.Perform(new SetEswitch { Parent = Nic, Id = NicId, Mode = DevlinkEswitchMode.Legacy, Reason = "" });
        Assert.Empty(host.Snapshot.Observed.SubDevices);
        host.Perform(Reload(NicId));
    }

    [Fact]
    public void An_interface_is_renamed_while_it_is_down_to_a_name_that_is_free()
    {
        var host = Active(88);
        Assert.Equal(Errno.EEXIST, Refused(host, Rename("eth0", Sf(88), "eth2")).Errno);
        Assert.Equal(Errno.ENODEV, Refused(host, Rename("sf88", Sf(88), "eth7")).Errno);
        host.Perform(Rename("sf88", Sf(88), "eth2"));
        Assert.Equal("sf88", host.ObservePorts(Sf(88))[0].Netdev);
    }

    [Fact]
    public void A_port_of_another_type_loses_its_interface()
    {
        var host = Active(88);
        host.Perform(Retype(DevlinkPortType.Ib));
        Assert.Equal((DevlinkPortType.Ib, null), (host.ObservePorts(Sf(88))[0].Type, host.ObservePorts(Sf(88))[0].Netdev));
        host.Perform(Retype(DevlinkPortType.Eth));
        Assert.Equal("eth2", host.ObservePorts(Sf(88))[0].Netdev);
        Assert.Equal(Errno.EOPNOTSUPP, Refused(host, Retype(DevlinkPortType.Auto)).Errno);
    }

    [Fact]
    public void A_mediated_device_has_an_instance_while_the_hosts_driver_has_it()
    {
        var bench = new Bench(Switch());
        bench.Apply(Desired(Parent(Nic, Mdev(1, "mlx5_core-local"))));
        Assert.Equal($"mdev/{Uuid(1)}", Assert.Single(bench.Observed.SubDevices).Devlink!.Handle.ToString());
        bench.Host.Perform(new Unbind { Parent = Nic, Id = Id(1), Driver = new("mlx5_core"), Reason = "" });
        Assert.Null(Assert.Single(bench.Observed.SubDevices).Devlink);
    }

    [Fact]
    public void An_observation_shows_of_devlink_what_it_was_asked_for()
    {
        var host = Active(88);
        var nothing = host.Observe(Scope(DevlinkScope.Nothing));
        Assert.Empty(nothing.SubDevices);
        Assert.All(nothing.Parents, parent => Assert.Null(parent.Devlink));
        Assert.Empty(nothing.AuxiliaryDrivers);

        var little = host.Observe(Scope(new(true, false, false, [])));
        var nic = little.Parents.Single(parent => parent.Address == Nic).Devlink!;
        Assert.Null(nic.Eswitch);
        Assert.Empty(nic.Params);
        Assert.Equal([0u], nic.Ports.Select(port => port.Index));
        Assert.Null(nic.Ports[0].NetdevIsUp);

        var much = host.Observe(Scope(new(true, true, true, [Nic])));
        Assert.Equal(Nic0(host), much.Parents.Single(parent => parent.Address == Nic).Devlink);
        Assert.Equal(host.Snapshot.Observed.SubDevices, much.SubDevices);
    }

    private static ObservationScope Scope(DevlinkScope devlink) =>
        new([Nic], new Dictionary<DeviceId, IReadOnlyCollection<AttributeName>>()) { Devlink = devlink };

    private static SimulatedHost Active(int number)
    {
        var host = new SimulatedHost(Switch());
        host.Perform(new AddSubfunction { Parent = Nic, Id = Sf(number), Subfunction = Sf(number), Reason = "" });
        host.Perform(new Activate { Parent = Nic, Id = Sf(number), Reason = "" });
        return host;
    }

    private static ObservedDevlink Nic0(SimulatedHost host) => host.Snapshot.Observed.Parents.Single(parent => parent.Address == Nic).Devlink!;

    private static KernelException Refused(SimulatedHost host, PlanAction action) => Assert.Throws<KernelException>(() => host.Perform(action));

    private static SetParam Set(string name, string cmode, DevlinkParamValue typed) =>
        new() { Parent = Nic, Id = NicId, Name = name, Value = default, Cmode = Enum.Parse<DevlinkParamCmode>(cmode), Typed = typed, Reason = "" };

    private static ReloadDevlink Reload(DeviceId id) => new() { Parent = Nic, Id = id, Reason = "" };

    private static RenameNetdev Rename(string name, DeviceId id, string current) =>
        new() { Parent = Nic, Id = id, Port = First, Current = current, Netdev = name, Reason = "" };

    private static SetPortType Retype(DevlinkPortType type) =>
        new() { Parent = Nic, Id = Sf(88), Port = First, Index = 0, Type = type, Reason = "" };
}
