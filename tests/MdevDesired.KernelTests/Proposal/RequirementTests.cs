using MdevDesired.KernelTests.Machines;
using Xunit;
using static MdevDesired.KernelTests.DocumentText;

namespace MdevDesired.KernelTests.Proposal;

/// <summary>What the proposal asks of an interface for sub devices, where drivers can be bound at any time.</summary>
[Collection(ProposalGroup.Name)]
public sealed class RequirementTests(ProposalMachine fixture) : ProposalTest(fixture)
{
    [MachineFact]
    public async Task The_interface_is_vendor_neutral()
    {
        // Types and drivers are the kernel's words: one document drives those of two vendors, and names none itself.
        await ApplyAsync(
            Parent(Port0, Mdev("nic", A, Local, HostDriver)) + Parent(Soft, Mdev("other", B, SoftLocal, GuestDriver)));
        Assert.Equal(
            "aa 0000:00:05.0 mlx5_core-local mlx5_core\nbb soft0 mdevsim-local vfio_mdev", await DevicesAsync());
    }

    [MachineFact]
    public async Task Parents_are_devices_of_any_bus_or_of_none()
    {
        // A bus may be left out, and a wrong one is no parent.
        await ApplyAsync(
            Parent(Port0, Mdev("a", A, Local))
            + Parent("0000:00:05.1", Mdev("b", B, Local))
            + Parent(Soft, Mdev("c", C, SoftLocal)));
        Assert.Equal(
            "aa 0000:00:05.0 mlx5_core-local -\nbb 0000:00:05.1 mlx5_core-local -\ncc soft0 mdevsim-local -",
            await DevicesAsync());
        var shown = await Machine.OutputOfAsync("mdev-desired show | grep -v '^ '");
        Assert.Contains("soft0\n", shown, StringComparison.Ordinal);
        Assert.Contains("pci/0000:00:05.1\n", shown, StringComparison.Ordinal);

        var wrong = await RunOnAsync(Parent("virtio/0000:00:05.0", Mdev("a", A, Local)), "plan");
        Assert.Contains("virtio/0000:00:05.0 is absent", Unwrapped(wrong), StringComparison.Ordinal);
    }

    [MachineFact]
    public async Task Creation_params_are_set_before_use()
    {
        string[] values = ["max_tx_queues=6", "max_rq=3", "enable_roce=false", "assign_queue=5", "assign_queue=0x10"];
        await ApplyAsync(Parent(Port0, Mdev("a", A, Local, HostDriver, values)));
        // The driver made its netdev with them, so they were there before it was bound; now it keeps them.
        Assert.Equal("0 tx 6 rx 3", await NetdevsAsync(A));
        Assert.Equal("false", await ParamAsync($"mdev/{A}", "enable_roce"));
        Assert.Equal("5\n16", await AttributeAsync(A, "queues"));
        var late = await Machine.RunAsync($"echo 8 > /sys/bus/mdev/devices/{A}/max_rq");
        Assert.Contains("Device or resource busy", late.Stderr, StringComparison.Ordinal);
    }

    [MachineTheory]
    [InlineData("num_ports=5", "EINVAL", "the driver does not accept this value")]
    [InlineData("assign_queue=256", "ENODEV", "above the machine's maximum")]
    [InlineData("no_such_param=1", "ENOENT", "has no such attribute")]
    [InlineData("queues=1", "EACCES", "")]
    public async Task A_creation_param_that_the_kernel_refuses_leaves_no_device(string param, string errno, string hint)
    {
        var report = await ReportAsync(Parent(Port0, Mdev("a", A, Local, HostDriver, param), Mdev("b", B, Local, HostDriver)));
        Assert.Equal(4, report.ExitCode);
        var failed = Assert.Single(report.Failed);
        Assert.Equal(A, failed.Uuid);
        Assert.Contains($"write-attribute refused {errno}", failed.Actions);
        Assert.Contains($"{A}/{param.Split('=')[0]}", failed.Failure, StringComparison.Ordinal);
        Assert.Contains(hint, failed.Hint, StringComparison.Ordinal);
        Assert.Equal("the half-made device was removed again", failed.CleanUp);
        Assert.Equal("bb 0000:00:05.0 mlx5_core-local mlx5_core", await DevicesAsync());
    }

    [MachineFact]
    public async Task A_queue_belongs_to_one_sub_device()
    {
        var two = Parent(Port0, Mdev("a", A, Local, null, "assign_queue=7"), Mdev("b", B, Local, null, "assign_queue=7"));
        var failed = Assert.Single((await ReportAsync(two)).Failed);
        Assert.Contains("write-attribute refused EADDRINUSE", failed.Actions);
    }

    [MachineFact]
    public async Task A_changed_creation_param_is_written_while_the_driver_is_away()
    {
        await ApplyAsync(Parent(Port0, Mdev("a", A, Local, HostDriver, "max_rq=3", "assign_queue=1", "assign_queue=2")));
        var inode = await InodeAsync(A);
        var changed = Parent(Port0, Mdev("a", A, Local, HostDriver, "max_rq=5", "assign_queue=2", "assign_queue=3"));
        Assert.Contains(
            "if the driver refuses the write while bound: unbound, written and bound again",
            await PlanAsync(changed),
            StringComparison.Ordinal);

        await ApplyAsync(changed);
        Assert.Equal(inode, await InodeAsync(A));
        Assert.Equal("0 tx 4 rx 5", await NetdevsAsync(A));
        Assert.Equal("2\n3", await AttributeAsync(A, "queues"));
        await AssertNothingToDoAsync(changed);
    }

    [MachineFact]
    public async Task A_sub_device_goes_to_the_passthrough_driver_in_place_of_the_hosts_and_back()
    {
        var host = Parent(Port0, Mdev("a", A, Local, HostDriver));
        var guest = Parent(Port0, Mdev("a", A, Local, GuestDriver));
        await ApplyAsync(host);
        var inode = await InodeAsync(A);

        await ApplyAsync(guest);
        Assert.Equal("aa 0000:00:05.0 mlx5_core-local vfio_mdev", await DevicesAsync());
        Assert.Equal("", await DevlinkInstancesAsync());
        var machine = Machine.Start($"exec hold-vfio {A}");
        await Machine.WaitForOutputAsync(machine, "holding");
        machine.Signal(15);
        await Machine.WaitForAsync(machine);

        await ApplyAsync(host);
        Assert.Equal("aa 0000:00:05.0 mlx5_core-local mlx5_core", await DevicesAsync());
        Assert.Equal("0 tx 4 rx 4", await NetdevsAsync(A));
        Assert.Equal(inode, await InodeAsync(A));
    }

    [MachineFact]
    public async Task A_sub_device_that_a_guest_holds_stays_with_it_until_it_lets_go()
    {
        // To remove or unbind it would hang in the kernel, and not even a kill would end that.
        var guest = Parent(Port0, Mdev("a", A, Local, GuestDriver, "max_rq=3"), Mdev("b", B, Local));
        await ApplyAsync(guest);
        var machine = Machine.Start($"exec hold-vfio {A}");
        await Machine.WaitForOutputAsync(machine, "holding");
        string[] disturbing =
        [
            Parent(Port0),
            Parent(Port0, Mdev("a", A, Large, GuestDriver, "max_rq=3")),
            Parent(Port0, Mdev("a", A, Local, HostDriver, "max_rq=3")),
            Parent(Port1, Mdev("a", A, Local, GuestDriver, "max_rq=3")),
        ];
        foreach (var document in disturbing)
        {
            var result = await RunOnAsync(document, "apply");
            Assert.Equal(4, result.ExitCode);
            Assert.Contains("(hold-vfio) has /dev/vfio/", Unwrapped(result), StringComparison.Ordinal);
            Assert.Equal("aa 0000:00:05.0 mlx5_core-local vfio_mdev", await DevicesAsync());
        }

        // A write disturbs nobody, but it is refused while the device is bound, and to unbind it would disturb.
        var report = await ReportAsync(Parent(Port0, Mdev("a", A, Local, GuestDriver, "max_rq=4")));
        Assert.Equal(4, report.ExitCode);
        Assert.Equal(["write-attribute refused EBUSY"], Assert.Single(report.Failed).Actions);

        machine.Signal(15);
        await Machine.WaitForAsync(machine);
        await ApplyAsync(Parent(Port0));
        Assert.Equal("", await DevicesAsync());
    }

    [MachineFact]
    public async Task A_sub_device_has_several_ports()
    {
        await ApplyAsync(Parent(Port0, Mdev("a", A, Local, HostDriver, "num_ports=4"), Mdev("b", B, Local, HostDriver)));
        Assert.Equal("0 eth\n1 eth\n2 eth\n3 eth", await PortsAsync(A));
        Assert.Equal("0 tx 4 rx 4\n1 tx 4 rx 4\n2 tx 4 rx 4\n3 tx 4 rx 4", await NetdevsAsync(A));
        Assert.Equal("0 eth", await PortsAsync(B));
    }

    [MachineFact]
    public async Task A_parent_says_how_many_can_still_be_created()
    {
        await ApplyAsync(Parent(Port0, Mdev("a", A, Large), Mdev("b", B, Local)));
        var shown = Unwrapped(await Machine.RunAsync("mdev-desired show"));
        Assert.Contains("type mlx5_core-large 2 available vfio-pci Large sub device", shown, StringComparison.Ordinal);
        Assert.Contains("type mlx5_core-local 11 available vfio-pci Local sub device", shown, StringComparison.Ordinal);

        var twelve = Enumerable.Range(0, 12).Select(i => Mdev($"more-{i}", Uuid(i), Local));
        var result = await RunOnAsync(Parent(Port0, [Mdev("a", A, Large), Mdev("b", B, Local), .. twelve]), "apply");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            "12 more of type mlx5_core-local are wanted, 11 are available", Unwrapped(result), StringComparison.Ordinal);
        Assert.Equal("aa 0000:00:05.0 mlx5_core-large -\nbb 0000:00:05.0 mlx5_core-local -", await DevicesAsync());
    }

    [MachineTheory]
    [InlineData("EUSERS")]
    [InlineData("ENOSPC")]
    [InlineData("EPERM")]
    [InlineData("EINVAL")]
    public async Task Types_that_share_a_pool_are_tried_and_the_one_too_many_is_reported(string errno)
    {
        // 3 of 4 units and 5 of 1: each type alone has room, together they are one unit short.
        await SetAsync("full_errno", errno);
        var mixed = Parent(
            Port0,
            [
                .. Enumerable.Range(0, 3).Select(i => Mdev($"large-{i}", Uuid(i), Large)),
                .. Enumerable.Range(3, 5).Select(i => Mdev($"local-{i}", Uuid(i), Local)),
            ]);
        var report = await ReportAsync(mixed);
        Assert.Equal(4, report.ExitCode);
        var failed = Assert.Single(report.Failed);
        Assert.Equal([$"create-mdev refused {errno}"], failed.Actions);
        Assert.Contains("instance of this type", failed.Hint, StringComparison.Ordinal);
        Assert.Equal("7", await Machine.OutputOfAsync("ls /sys/bus/mdev/devices | wc -l"));
    }
}
