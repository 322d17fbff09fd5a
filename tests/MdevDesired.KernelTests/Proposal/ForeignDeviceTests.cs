using MdevDesired.KernelTests.Machines;
using Xunit;
using static MdevDesired.KernelTests.DocumentText;

namespace MdevDesired.KernelTests.Proposal;

/// <summary>Devices that others made are left as they are, even where the program could bind, write or remove them.</summary>
[Collection(TroubleGroup.Name)]
public sealed class ForeignDeviceTests(ProposalMachine fixture) : ProposalTest(fixture)
{
    private const string D = "dddddddd-0000-4000-8000-000000000000";

    [MachineFact]
    public async Task Devices_made_by_hand_keep_their_type_params_driver_and_life()
    {
        await CreateByHandAsync(A, "0000:00:05.0", Local);
        await CreateByHandAsync(B, "0000:00:05.0", Large);
        await CreateByHandAsync(C, "0000:00:05.0", Local);
        await Machine.OutputOfAsync(
            $"""
            echo 9 > /sys/bus/mdev/devices/{A}/max_rq
            echo {A} > /sys/bus/mdev/drivers/vfio_mdev/bind
            echo {C} > /sys/bus/mdev/drivers/mlx5_core/bind
            """);
        var before = await StateAsync();

        // A has another driver and param than listed, B another type, C is not listed at all; D is ours.
        var result = await RunOnAsync(
            Parent(Port0, Mdev("a", A, Local, HostDriver, "max_rq=3"), Mdev("b", B, Local), Mdev("d", D, Local)), "apply");
        Assert.Equal(4, result.ExitCode);
        Assert.Contains(
            "was made by others and differs: max_rq is 9, listed is 3; its driver is vfio_mdev, listed is mlx5_core",
            Unwrapped(result),
            StringComparison.Ordinal);
        Assert.StartsWith(before + "\n" + D, await StateAsync(), StringComparison.Ordinal);

        await ApplyAsync(Parent(Port0));
        Assert.Equal(before, await StateAsync());
    }

    [MachineFact]
    public async Task A_device_made_again_by_hand_belongs_to_the_hand()
    {
        await ApplyAsync(Parent(Port0, Mdev("a", A, Local, HostDriver)));
        await Machine.OutputOfAsync($"echo 1 > /sys/bus/mdev/devices/{A}/remove");
        await CreateByHandAsync(A, "0000:00:05.0", Local);
        var before = await StateAsync();
        var plan = await PlanAsync(Parent(Port0, Mdev("a", A, Local, HostDriver)));
        Assert.Contains("was made by others", plan, StringComparison.Ordinal);
        await ApplyAsync(Parent(Port0));
        Assert.Equal(before, await StateAsync());
    }

    [MachineFact]
    public async Task A_device_that_differs_is_made_as_listed_once_it_may_be_adopted()
    {
        await CreateByHandAsync(A, "0000:00:05.0", Local);
        await Machine.OutputOfAsync($"echo {A} > /sys/bus/mdev/drivers/vfio_mdev/bind");
        var inode = await InodeAsync(A);
        var listed = Parent(Port0, Mdev("a", A, Local, HostDriver, "max_rq=3"));
        Assert.Equal(4, (await RunOnAsync(listed, "apply")).ExitCode);
        Assert.Equal(0, (await RunOnAsync(listed, "apply --adopt")).ExitCode);
        Assert.Equal("aa 0000:00:05.0 mlx5_core-local mlx5_core", await DevicesAsync());
        Assert.Equal((inode, "0 tx 4 rx 3"), (await InodeAsync(A), await NetdevsAsync(A)));
    }

    private Task<string> StateAsync() => Machine.OutputOfAsync(
        """
        cd /sys/bus/mdev/devices; for uuid in *; do
          echo $uuid $(stat -Lc %i $uuid) $(readlink $uuid/mdev_type) $(readlink $uuid/driver) $(cat $uuid/max_rq)
        done
        """);
}
