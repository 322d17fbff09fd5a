using MdevDesired.KernelTests.Machines;
using Xunit;
using static MdevDesired.KernelTests.DocumentText;

namespace MdevDesired.KernelTests.Proposal;

/// <summary>What the proposal's sub devices are for. The devlink command does what the program does not drive yet.</summary>
[Collection(ProposalGroup.Name)]
public sealed class UseCaseTests(ProposalMachine fixture) : ProposalTest(fixture)
{
    [MachineFact]
    public async Task A_netdev_with_its_own_queues_and_offload_params()
    {
        var net = Parent(
            Port0,
            Mdev("a", A, Local, HostDriver, "max_tx_queues=8", "max_rq=16"),
            Mdev("b", B, Local, HostDriver, "max_tx_queues=2", "max_rq=1"));
        await ApplyAsync(net);
        Assert.Equal("0 tx 8 rx 16", await NetdevsAsync(A));
        Assert.Equal("0 tx 2 rx 1", await NetdevsAsync(B));

        await Machine.OutputOfAsync($"devlink dev param set mdev/{A} name flow_steering_mode value smfs cmode runtime");
        Assert.Equal("smfs", await ParamAsync($"mdev/{A}", "flow_steering_mode"));
        Assert.Equal("dmfs", await ParamAsync($"mdev/{B}", "flow_steering_mode"));

        // What the document does not speak of stays as it is.
        Assert.Contains("Nothing to do", await ApplyAsync(net), StringComparison.Ordinal);
        Assert.Equal("smfs", await ParamAsync($"mdev/{A}", "flow_steering_mode"));
    }

    [MachineFact]
    public async Task A_netdev_in_switchdev_mode_with_its_representor()
    {
        var mdevs = Parent(Port3, Mdev("a", A, Local, HostDriver));
        await ApplyAsync(mdevs);
        var netdev = await NetdevAsync(A);
        await Machine.OutputOfAsync(
            $"""
            devlink dev eswitch set {Port3} mode switchdev
            devlink port add {Port3} flavour pcisf pfnum 1 sfnum 88
            devlink port function set {Port3}/32768 hw_addr 00:00:00:00:88:88 state active
            until devlink port show {Port3}/32768 | grep -q 'opstate attached'; do usleep 1000; done
            """);

        // The representor is a port of the parent's eswitch; the sub device's netdev is elsewhere and has the address.
        Assert.Equal(
            "pf1sf88 switched", await Machine.OutputOfAsync(
                """
                representor=$(grep -l pf1sf88 /sys/class/net/*/phys_port_name); representor=${representor%/*}
                uplink=$(echo /sys/bus/pci/devices/0000:00:06.1/net/*)
                [ "$(cat $representor/phys_switch_id)" = "$(cat $uplink/phys_switch_id)" ] && switched=switched
                echo $(cat $representor/phys_port_name) $switched
                """));
        Assert.Equal(
            "88 00:00:00:00:88:88",
            await Machine.OutputOfAsync("cd /sys/bus/auxiliary/devices/mlx5_core.sf.*; echo $(cat sfnum) $(cat net/*/address)"));

        Assert.Contains("Nothing to do", await ApplyAsync(mdevs), StringComparison.Ordinal);
        Assert.Equal(netdev, await NetdevAsync(A));
        await Machine.OutputOfAsync($"devlink dev eswitch set {Port3} mode legacy");
        Assert.Equal("", await Machine.OutputOfAsync("ls /sys/bus/auxiliary/devices"));
        Assert.Equal("", await Machine.OutputOfAsync("cat /sys/class/net/*/phys_port_name | grep sf || true"));
        Assert.Equal("aa 0000:00:06.1 mlx5_core-local mlx5_core", await DevicesAsync());
    }

    [MachineFact]
    public async Task An_RDMA_device_over_the_InfiniBand_link_layer()
    {
        // No module simulates one: what is there to see is the port's type, and that it has no netdev any more.
        var rdma = Parent(Port0, Mdev("a", A, Local, HostDriver, "enable_roce=false"));
        await ApplyAsync(rdma);
        await Machine.OutputOfAsync($"devlink port set mdev/{A}/0 type ib");
        Assert.Equal("0 ib", await PortsAsync(A));
        Assert.Equal("", await NetdevsAsync(A));
        Assert.Contains("Nothing to do", await ApplyAsync(rdma), StringComparison.Ordinal);
        Assert.Equal("0 ib", await PortsAsync(A));
    }

    [MachineFact]
    public async Task A_RoCE_device_with_its_netdev()
    {
        await ApplyAsync(Parent(
            Port0, Mdev("a", A, Local, HostDriver, "enable_roce=true"), Mdev("b", B, Local, HostDriver, "enable_roce=false")));
        Assert.Equal("true", await ParamAsync($"mdev/{A}", "enable_roce"));
        Assert.Equal("false", await ParamAsync($"mdev/{B}", "enable_roce"));

        var netdev = await NetdevAsync(A);
        await AddSoftRoceAsync("rxe_a", netdev);
        Assert.Equal(
            $"link rxe_a/1 state ACTIVE physical_state LINK_UP netdev {netdev}",
            (await Machine.OutputOfAsync("rdma link show")).Trim());
        Assert.Equal("Ethernet", await Machine.OutputOfAsync("cat /sys/class/infiniband/rxe_a/ports/1/link_layer"));

        // It goes with its sub device, once nobody uses its network interface.
        await Machine.OutputOfAsync($"ip link set {netdev} down");
        await ApplyAsync(Parent(Port0, Mdev("b", B, Local, HostDriver, "enable_roce=false")));
        Assert.Equal("", await RdmaLinksAsync());
    }

    [MachineFact]
    public async Task RDMA_on_each_of_several_ports()
    {
        await ApplyAsync(Parent(Port0, Mdev("a", A, Local, HostDriver, "num_ports=3")));
        await Machine.OutputOfAsync($"devlink port set mdev/{A}/2 type ib");
        Assert.Equal("0 eth\n1 eth\n2 ib", await PortsAsync(A));
        foreach (var port in new[] { 0, 1 })
        {
            await AddSoftRoceAsync($"rxe_{port}", await NetdevAsync(A, port));
        }

        Assert.Equal("rxe_0\nrxe_1", await RdmaLinksAsync());
        await Machine.OutputOfAsync($"for netdev in $(ls /sys/bus/mdev/devices/{A}/net); do ip link set $netdev down; done");
        await ApplyAsync(Parent(Port0));
        Assert.Equal("", await RdmaLinksAsync());
    }

    private Task<string> AddSoftRoceAsync(string name, string netdev) => Machine.OutputOfAsync(
        $"/usr/sbin/ip link set {netdev} up; rdma link add {name} type rxe netdev {netdev}");

    private Task<string> RdmaLinksAsync() => Machine.OutputOfAsync("ls /sys/class/infiniband");
}
