using MdevDesired.KernelTests.Machines;
using Xunit;

namespace MdevDesired.KernelTests;

public sealed class SampleDriverTests(SampleDriverMachine fixture) : MachineTest<SampleDriverMachine>(fixture)
{
    private const string Uuid = "69ea1551-d054-46e9-974d-8edae8f0aefe";

    [MachineFact]
    public async Task Offers_types()
    {
        var types = await Machine.OutputOfAsync("cd /sys/class/mdev_bus; ls -d */mdev_supported_types/*");
        Assert.Equal(
            """
            mdpy/mdev_supported_types/mdpy-hd
            mdpy/mdev_supported_types/mdpy-vga
            mdpy/mdev_supported_types/mdpy-xga
            mtty/mdev_supported_types/mtty-1
            mtty/mdev_supported_types/mtty-2
            """,
            types);
    }

    [MachineFact]
    public async Task Creates_a_device_that_is_bound_and_gone_after_its_removal()
    {
        await Machine.OutputOfAsync($"echo {Uuid} > /sys/class/mdev_bus/mtty/mdev_supported_types/mtty-2/create");
        var driver = await Machine.OutputOfAsync($"readlink -f /sys/bus/mdev/devices/{Uuid}/driver");
        Assert.Equal("/sys/bus/mdev/drivers/mtty", driver);
        Assert.Equal("", await Machine.OutputOfAsync($"echo 1 > /sys/bus/mdev/devices/{Uuid}/remove; ls /sys/bus/mdev/devices"));
    }

    [MachineFact]
    public async Task Answers_a_wrong_uuid_with_the_kernels_errno()
    {
        var result = await Machine.RunAsync("echo 1 > /sys/class/mdev_bus/mtty/mdev_supported_types/mtty-2/create");
        Assert.Equal((1, "sh: write error: Invalid argument\n"), (result.ExitCode, result.Stderr));
    }

    [MachineFact]
    public async Task Blocks_a_removal_while_a_process_holds_the_device()
    {
        await Machine.OutputOfAsync($"echo {Uuid} > /sys/class/mdev_bus/mtty/mdev_supported_types/mtty-1/create");
        var holder = Machine.Start($"hold-vfio {Uuid}");
        await Machine.WaitForOutputAsync(holder, "holding");
        var removal = Machine.Start($"echo 1 > /sys/bus/mdev/devices/{Uuid}/remove");
        await Machine.OutputOfAsync("until grep -q vfio_unregister_group_dev /proc/[0-9]*/stack; do usleep 1000; done");
        Assert.False(removal.HasEnded);
        holder.Signal(15);
        Assert.Equal(0, (await Machine.WaitForAsync(removal)).ExitCode);
        Assert.Equal("", await Machine.OutputOfAsync("ls /sys/bus/mdev/devices"));
    }

    [MachineFact]
    public async Task Has_the_real_mdevctl()
    {
        var types = await Machine.OutputOfAsync("mdevctl types");
        Assert.Contains("mtty-2", types, StringComparison.Ordinal);
        Assert.Contains("Available instances: 24", types, StringComparison.Ordinal);
    }
}
