using MdevDesired.KernelTests.Machines;
using Xunit;
using static MdevDesired.KernelTests.DocumentText;

namespace MdevDesired.KernelTests.Proposal;

/// <summary>Parents, types and links that come a moment later than what they belong to.</summary>
[Collection(TroubleGroup.Name)]
public sealed class LatenessTests(ProposalMachine fixture) : ProposalTest(fixture)
{
    private const string BothMade = "aa 0000:00:05.0 mlx5_core-local mlx5_core\nbb 0000:00:05.1 mlx5_core-local mlx5_core";

    private static readonly string Two =
        Parent(Port0, Mdev("a", A, Local, HostDriver)) + Parent(Port1, Mdev("b", B, Local, HostDriver));

    [MachineTheory]
    [InlineData("register_delay_ms", "parent pci/0000:00:05.0 exists and offers no mediated devices")]
    [InlineData("types_delay_ms", "pci/0000:00:05.0 does not offer the mdev type mlx5_core-local; it offers none now")]
    public async Task What_is_not_there_yet_is_named_and_used_once_it_is(string delay, string message)
    {
        await SetAsync(delay, 5000);
        await Machine.OutputOfAsync(
            "cd /sys/bus/pci/drivers/mlx5_core; echo 0000:00:05.0 > unbind; echo 0000:00:05.0 > bind");
        var early = await RunOnAsync(Two, "apply");
        Assert.Equal(4, early.ExitCode);
        Assert.Contains(message, Unwrapped(early), StringComparison.Ordinal);
        Assert.Equal("bb 0000:00:05.1 mlx5_core-local mlx5_core", await DevicesAsync());

        await Machine.OutputOfAsync(
            "until [ -e /sys/class/mdev_bus/0000:00:05.0/mdev_supported_types/mlx5_core-local/create ]; do usleep 10000; done");
        await ApplyAsync(Two);
        Assert.Equal(BothMade, await DevicesAsync());
    }

    [MachineFact]
    public async Task A_type_link_that_comes_late_does_not_disturb_the_creation()
    {
        await SetAsync("type_link_delay_ms", 300);
        await ApplyAsync(Two);
        Assert.Equal(BothMade, await DevicesAsync());
    }

    [MachineFact]
    public async Task A_device_of_others_whose_type_is_not_known_yet_is_not_taken_over()
    {
        await SetAsync("type_link_delay_ms", 5000);
        var creating = Machine.Start($"echo {A} > /sys/class/mdev_bus/0000:00:05.0/mdev_supported_types/mlx5_core-large/create");
        await Machine.OutputOfAsync($"until [ -e /sys/bus/mdev/devices/{A} ]; do usleep 1000; done");
        var inode = await InodeAsync(A);

        var document = Parent(Port0, Mdev("a", A, Local));
        var early = await RunOnAsync(document, "apply");
        Assert.False(creating.HasEnded);
        Assert.Equal(4, early.ExitCode);
        Assert.Contains("its type is not known yet", Unwrapped(early), StringComparison.Ordinal);

        // Once it is known, the device is what it always was: of another type, and not ours to replace.
        Assert.Equal(0, (await Machine.WaitForAsync(creating)).ExitCode);
        var late = await RunOnAsync(document, "apply");
        Assert.Equal(4, late.ExitCode);
        Assert.Contains("was made by others and differs: its type is mlx5_core-large", Unwrapped(late), StringComparison.Ordinal);
        Assert.Equal(inode, await InodeAsync(A));
    }
}
