using MdevDesired.KernelTests.Machines;
using Xunit;
using static MdevDesired.KernelTests.DocumentText;

namespace MdevDesired.KernelTests.Proposal;

/// <summary>
/// The rows of the proposal that bind drivers, on a bus that binds none after creation, as from about Linux 5.14: the parent
/// attaches the host's driver as it creates a device.
/// </summary>
[Collection(ProposalGroup.Name)]
public sealed class BindsNothingTests(ProposalMachine fixture) : ProposalTest(fixture)
{
    private const string Recreating = "if this kernel binds nothing after creation: removed and created again";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await SetAsync("match", "never");
    }

    [MachineFact]
    public async Task The_hosts_driver_is_there_at_creation_and_takes_the_creation_params()
    {
        var one = Parent(Port0, Mdev("a", A, Local, HostDriver, "num_ports=2", "max_rq=3"));
        await ApplyAsync(one);
        Assert.Equal("aa 0000:00:05.0 mlx5_core-local mlx5_core", await DevicesAsync());
        Assert.Equal(("2", "3"), (await AttributeAsync(A, "num_ports"), await AttributeAsync(A, "max_rq")));
        await Machine.OutputOfAsync($"devlink dev reload mdev/{A}");
        Assert.Equal("0 tx 4 rx 3\n1 tx 4 rx 3", await NetdevsAsync(A));
        await AssertNothingToDoAsync(one);
    }

    [MachineFact]
    public async Task A_driver_that_is_not_listed_is_as_the_kernel_bound_it()
    {
        await ApplyAsync(Parent(Port0, Mdev("a", A, Local)));
        Assert.Equal("aa 0000:00:05.0 mlx5_core-local mlx5_core", await DevicesAsync());
    }

    [MachineFact]
    public async Task The_passthrough_driver_fails_and_names_the_driver_that_the_kernel_attached()
    {
        var report = await ReportAsync(Parent(Port0, Mdev("a", A, Local, GuestDriver), Mdev("b", B, Local, HostDriver)));
        Assert.Equal(4, report.ExitCode);
        var failed = Assert.Single(report.Failed);
        Assert.Equal(A, failed.Uuid);
        Assert.StartsWith("driver vfio_mdev cannot be bound, the kernel attached mlx5_core", failed.Failure, StringComparison.Ordinal);
        Assert.Contains("\"driver: mlx5_core\"", failed.Hint, StringComparison.Ordinal);
        Assert.Equal("the half-made device was removed again", failed.CleanUp);
        Assert.Equal("bb 0000:00:05.0 mlx5_core-local mlx5_core", await DevicesAsync());
    }

    [MachineFact]
    public async Task A_change_to_the_passthrough_driver_fails_and_leaves_what_the_kernel_attaches()
    {
        var host = Parent(Port0, Mdev("a", A, Local, HostDriver, "max_rq=3"));
        var guest = Parent(Port0, Mdev("a", A, Local, GuestDriver, "max_rq=3"));
        await ApplyAsync(host);
        Assert.Contains(Recreating, await PlanAsync(guest), StringComparison.Ordinal);

        var report = await ReportAsync(guest);
        Assert.Equal(4, report.ExitCode);
        Assert.Contains("the kernel attached mlx5_core", Assert.Single(report.Failed).Failure, StringComparison.Ordinal);
        Assert.Equal("aa 0000:00:05.0 mlx5_core-local mlx5_core", await DevicesAsync());
        await AssertNothingToDoAsync(host);
    }

    [MachineFact]
    public async Task An_unbound_device_is_repaired_by_recreating_as_the_plan_said()
    {
        var one = Parent(Port0, Mdev("a", A, Local, HostDriver, "max_rq=3"), Mdev("b", B, Local, HostDriver));
        await ApplyAsync(one);
        var (first, other) = (await InodeAsync(A), await InodeAsync(B));
        await Machine.OutputOfAsync($"echo {A} > /sys/bus/mdev/drivers/mlx5_core/unbind");
        var plan = await PlanAsync(one);
        Assert.Contains("bind mlx5_core", plan, StringComparison.Ordinal);
        Assert.Contains(Recreating, plan, StringComparison.Ordinal);

        await ApplyAsync(one);
        Assert.Equal(
            "aa 0000:00:05.0 mlx5_core-local mlx5_core\nbb 0000:00:05.0 mlx5_core-local mlx5_core", await DevicesAsync());
        Assert.Equal("3", await AttributeAsync(A, "max_rq"));
        Assert.NotEqual(first, await InodeAsync(A));
        Assert.Equal(other, await InodeAsync(B));
    }

    [MachineFact]
    public async Task No_driver_is_had_by_unbinding_the_one_that_the_kernel_attached()
    {
        var none = Parent(Port0, Mdev("a", A, Local, "none", "max_rq=3"));
        await ApplyAsync(none);
        Assert.Equal("aa 0000:00:05.0 mlx5_core-local -", await DevicesAsync());
        Assert.Equal("3", await AttributeAsync(A, "max_rq"));
        await AssertNothingToDoAsync(none);
    }

    [MachineFact]
    public async Task A_driver_that_nobody_attaches_fails_and_leaves_no_device()
    {
        await SetAsync("autobind", "none");
        var report = await ReportAsync(Parent(Port0, Mdev("a", A, Local, HostDriver)));
        Assert.Equal(4, report.ExitCode);
        var failed = Assert.Single(report.Failed);
        Assert.Contains("bind refused ENODEV", failed.Actions);
        Assert.Contains("the bus binds nothing after creation", failed.Hint, StringComparison.Ordinal);
        Assert.Equal("", await DevicesAsync());
    }

    [MachineFact]
    public async Task A_device_that_was_listed_without_driver_gets_one_by_recreating()
    {
        await ApplyAsync(Parent(Port0, Mdev("a", A, Local, "none", "assign_queue=9")));
        await ApplyAsync(Parent(Port0, Mdev("a", A, Local, HostDriver, "assign_queue=9")));
        Assert.Equal("aa 0000:00:05.0 mlx5_core-local mlx5_core", await DevicesAsync());
        Assert.Equal("9", await AttributeAsync(A, "queues"));
    }

    [MachineFact]
    public async Task Where_binding_works_a_driver_attached_at_creation_makes_room_for_params_and_the_listed_one()
    {
        await SetAsync("match", "explicit");
        await SetAsync("autobind", GuestDriver);
        await ApplyAsync(Parent(
            Port0, Mdev("a", A, Local, HostDriver, "max_rq=3"), Mdev("b", B, Local, GuestDriver, "max_rq=3")));
        Assert.Equal(
            "aa 0000:00:05.0 mlx5_core-local mlx5_core\nbb 0000:00:05.0 mlx5_core-local vfio_mdev", await DevicesAsync());
        Assert.Equal(("3", "3"), (await AttributeAsync(A, "max_rq"), await AttributeAsync(B, "max_rq")));
    }
}
