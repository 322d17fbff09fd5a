using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Planning.Subfunctions;
using MdevDesired.Simulation;
using Xunit;
using static MdevDesired.Tests.Doubles.Scene;

namespace MdevDesired.Tests.Simulation;

/// <summary>The kernel's rules for subfunctions, on the simulated host as mdevsim has them.</summary>
public class SubfunctionTests
{
    [Fact]
    public void A_new_one_is_inactive_and_has_a_representor_that_is_down()
    {
        var host = new SimulatedHost(Switch());
        host.Perform(Add(Sf(88)));
        var port = See(host, 88).Port;
        Assert.Equal(32768u, port.Index);
        Assert.Equal(("eth1", false), (port.Netdev, port.NetdevIsUp));
        Assert.Equal((DevlinkFunctionState.Inactive, DevlinkFunctionOpstate.Detached), (port.Function!.State, port.Function.Opstate));
    }

    [Theory]
    [InlineData("pf1sf1", "This pfnum belongs to another PCI function")]
    [InlineData("c1pf0sf1", "There is no such controller")]
    public void One_that_is_not_the_parents_is_not_supported(string label, string words)
    {
        var refusal = Assert.Throws<KernelException>(() => new SimulatedHost(Switch()).Perform(Add(SubfunctionId.Parse($"{NicHandle}/{label}"))));
        Assert.Equal((Errno.EOPNOTSUPP, words), (refusal.Errno, refusal.ExtendedAck));
    }

    [Fact]
    public void None_is_added_outside_switchdev_mode()
    {
        var refusal = Assert.Throws<KernelException>(() => new SimulatedHost(Switch(DevlinkEswitchMode.Legacy)).Perform(Add(Sf(88))));
        Assert.Equal(
            "devlink port add pci/0000:05:00.0 flavour pcisf pfnum 0 sfnum 88: EOPNOTSUPP (Subfunctions need the eswitch in switchdev mode)",
            refusal.Message);
    }

    [Fact]
    public void One_that_exists_is_not_added_again_and_there_is_only_so_much_room()
    {
        var host = new SimulatedHost(Switch());
        Array.ForEach([1, 2, 3, 4], number => host.Perform(Add(Sf(number))));
        Assert.Equal(Errno.EEXIST, Assert.Throws<KernelException>(() => host.Perform(Add(Sf(1)))).Errno);
        Assert.Equal(Errno.ENOSPC, Assert.Throws<KernelException>(() => host.Perform(Add(Sf(5)))).Errno);
    }

    [Fact]
    public void The_index_of_a_port_is_never_used_twice()
    {
        var host = new SimulatedHost(Switch());
        host.Perform(Add(Sf(88)));
        host.Perform(Remove(88));
        host.Perform(Add(Sf(88)));
        Assert.Equal(32769u, See(host, 88).Port.Index);
        Assert.Equal("eth1", See(host, 88).Port.Netdev);
    }

    [Fact]
    public void An_active_one_has_a_device_a_driver_and_an_instance_of_its_own()
    {
        var host = new SimulatedHost(Switch());
        host.Perform(Add(Sf(88)));
        host.Perform(new Activate { Parent = Nic, Id = Sf(88), Reason = "" });
        var active = See(host, 88);
        Assert.Equal(("mlx5_core.sf.0", new DriverName("mlx5_core.sf")), (active.AuxiliaryDevice, active.Driver));
        Assert.Equal(DevlinkFunctionOpstate.Attached, active.Port.Function!.Opstate);
        Assert.Equal("auxiliary/mlx5_core.sf.0", active.Devlink!.Handle.ToString());
        Assert.Equal(("eth2", DevlinkPortType.Eth), (active.Devlink.Ports[0].Netdev, active.Devlink.Ports[0].Type));

        host.Perform(new Deactivate { Parent = Nic, Id = Sf(88), Reason = "" });
        Assert.Equal((null, null, null), (See(host, 88).AuxiliaryDevice, See(host, 88).Driver, See(host, 88).Devlink));
        Assert.Throws<KernelException>(() => host.ObserveParams(Sf(88)));
    }

    [Fact]
    public void One_that_no_driver_takes_up_is_waited_for_in_vain()
    {
        var bare = Switch();
        var host = new SimulatedHost(bare with { Observed = bare.Observed with { AuxiliaryDrivers = [] } });
        host.Perform(Add(Sf(88)));
        Assert.Equal(Errno.ETIMEDOUT, Assert.Throws<KernelException>(() => host.Perform(new Activate { Parent = Nic, Id = Sf(88), Reason = "" })).Errno);
        Assert.Equal("mlx5_core.sf.0", See(host, 88).AuxiliaryDevice);
    }

    [Fact]
    public void A_function_keeps_what_its_driver_took_up_while_it_is_active()
    {
        var host = new SimulatedHost(Switch());
        host.Perform(Add(Sf(88)));
        host.Perform(new Activate { Parent = Nic, Id = Sf(88), Reason = "" });
        Assert.Equal(Errno.EBUSY, Refused(new() { Roce = false }));
        Assert.Equal(Errno.EINVAL, Refused(new() { HwAddr = HardwareAddress.Parse("01:00:00:00:00:00") }));

        Errno Refused(DevlinkPortFunctionChange change) => Assert.Throws<KernelException>(
            () => host.Perform(new SetPortFunction { Parent = Nic, Id = Sf(88), Function = change, Reason = "" })).Errno;
    }

    [Fact]
    public void One_that_is_gone_answers_enodev() =>
        Assert.Equal(Errno.ENODEV, Assert.Throws<KernelException>(() => new SimulatedHost(Switch()).Perform(Remove(88))).Errno);

    private static AddSubfunction Add(SubfunctionId id) => new() { Parent = Nic, Id = id, Subfunction = id, Reason = "" };

    private static RemoveSubfunction Remove(int number) => new() { Parent = Nic, Id = Sf(number), Subfunction = Sf(number), Reason = "" };

    private static ObservedSubfunction See(SimulatedHost host, int number) =>
        (ObservedSubfunction)host.Snapshot.Observed.SubDevices.Single(device => device.Id == Sf(number));
}
