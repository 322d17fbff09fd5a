using MdevDesired.KernelTests.Machines;

namespace MdevDesired.KernelTests.Proposal;

/// <summary>Base of the tests on mdevsim; each begins with its switches as they were when it was loaded.</summary>
public abstract class ProposalTest(MachineFixture fixture) : MdevTest(fixture)
{
    protected const string Port0 = "pci/0000:00:05.0";
    protected const string Port1 = "pci/0000:00:05.1";
    protected const string Port2 = "pci/0000:00:06.0";
    protected const string Port3 = "pci/0000:00:06.1";
    protected const string Soft = "soft0";

    protected const string Local = "mlx5_core-local";
    protected const string Large = "mlx5_core-large";
    protected const string SoftLocal = "mdevsim-local";

    protected const string HostDriver = "mlx5_core";
    protected const string GuestDriver = "vfio_mdev";

    public override async Task InitializeAsync()
    {
        await Machine.OutputOfAsync(
            """
            cd /sys/module/mdevsim/parameters
            for switch in fail_*_nth *_delay_ms; do echo 0 > $switch; done
            echo explicit > match; echo default > autobind; echo wait > held_remove
            echo EUSERS > full_errno; echo EIO > fail_errno
            for device in 0000:00:05.0 0000:00:05.1 0000:00:06.0 0000:00:06.1; do
              [ -e /sys/bus/pci/drivers/mlx5_core/$device ] || echo $device > /sys/bus/pci/drivers/mlx5_core/bind
              until [ -e /sys/class/mdev_bus/$device/mdev_supported_types/mlx5_core-local/create ]; do usleep 10000; done
            done
            """);
        await base.InitializeAsync();
    }

    /// <summary>Sets one of mdevsim's parameters; its README lists them.</summary>
    protected Task SetAsync(string parameter, object value) =>
        Machine.OutputOfAsync($"echo {value} > /sys/module/mdevsim/parameters/{parameter}");

    protected Task<string> AttributeAsync(string uuid, string name) =>
        Machine.OutputOfAsync($"cat /sys/bus/mdev/devices/{uuid}/{name}");

    /// <summary>A sub device's netdevs, one in a line, by port: the port's number, transmit queues, receive queues.</summary>
    protected Task<string> NetdevsAsync(string uuid) => Machine.OutputOfAsync(
        $"""
        for netdev in /sys/bus/mdev/devices/{uuid}/net/*; do
          [ -e $netdev ] || continue
          echo $(cat $netdev/dev_port) tx $(ls -d $netdev/queues/tx-* | wc -l) rx $(ls -d $netdev/queues/rx-* | wc -l)
        done | sort
        """);

    /// <summary>The name of the netdev of a sub device's port.</summary>
    protected Task<string> NetdevAsync(string uuid, int port = 0) => Machine.OutputOfAsync(
        $"cd /sys/bus/mdev/devices/{uuid}/net; basename $(dirname $(grep -lx {port} */dev_port))");

    /// <summary>The ports of a sub device's devlink instance, one in a line: number and type.</summary>
    protected Task<string> PortsAsync(string uuid) => Machine.OutputOfAsync(
        $@"devlink port show | sed -n 's,^mdev/{uuid}/\([0-9]*\): type \([a-z]*\) .*,\1 \2,p'");

    /// <summary>The value of a devlink param.</summary>
    protected Task<string> ParamAsync(string handle, string name) => Machine.OutputOfAsync(
        $"devlink dev param show {handle} name {name} | sed -n 's,.* value ,,p'");

    protected Task<string> DevlinkInstancesAsync() => Machine.OutputOfAsync("devlink dev show | grep ^mdev/ | sort");
}
