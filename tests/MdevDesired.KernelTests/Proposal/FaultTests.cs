using MdevDesired.KernelTests.Machines;
using Xunit;
using static MdevDesired.KernelTests.DocumentText;

namespace MdevDesired.KernelTests.Proposal;

/// <summary>Operations that fail: the report is right, no half-made device stays, and the next apply converges.</summary>
[Collection(TroubleGroup.Name)]
public sealed class FaultTests(ProposalMachine fixture) : ProposalTest(fixture)
{
    private const int Devices = 12;

    // On three parents, each device with a param and a driver.
    private static readonly string Twelve = string.Concat(
        new[] { Port0, Port1, Soft }.Select((parent, lane) => Parent(parent, [.. Enumerable.Range(4 * lane, 4).Select(OnLane)])));

    private static readonly string One = Parent(Port0, Mdev("a", A, Local, HostDriver, "max_rq=3"));

    [MachineTheory]
    [InlineData("create", 5, "ENOMEM")]
    [InlineData("create", 2, "EBUSY")]
    [InlineData("create", 3, "ENODEV")]
    [InlineData("bind", 4, "EIO")]
    [InlineData("bind", 3, "ENODEV")]
    [InlineData("bind", 1, "EAGAIN")]
    [InlineData("write", 5, "EIO")]
    [InlineData("write", 2, "EINVAL")]
    [InlineData("write", 3, "ETIMEDOUT")]
    public async Task Every_operation_that_fails_fails_its_device_and_no_other(string operation, int nth, string errno)
    {
        await SetAsync("fail_errno", errno);
        await SetAsync($"fail_{operation}_nth", nth);
        var report = await ReportAsync(Twelve);
        await SetAsync($"fail_{operation}_nth", 0);

        Assert.Equal(4, report.ExitCode);
        Assert.Equal((Devices / nth, Devices - (Devices / nth)), (report.Failed.Count, report.Applied.Count));
        Assert.All(report.Failed, device => AssertFailed(device, operation, errno));
        Assert.Equal(report.Applied.Select(device => device.Uuid).Order(), await CompleteDevicesAsync());
        Assert.Equal(report.Applied.Count, await CountAsync());

        await ApplyAsync(Twelve);
        Assert.Equal(Devices, (await CompleteDevicesAsync()).Count);
        await AssertNothingToDoAsync(Twelve);
    }

    [MachineFact]
    public async Task A_write_that_is_busy_once_is_made_while_nothing_is_bound()
    {
        // The first write is another's, so that the run's own first one fails and its second does not.
        await CreateByHandAsync(B, "0000:00:05.0", Local);
        await SetAsync("fail_errno", "EBUSY");
        await SetAsync("fail_write_nth", 2);
        await Machine.OutputOfAsync($"echo 1 > /sys/bus/mdev/devices/{B}/max_rq");
        var report = await ReportAsync(One);
        Assert.Equal(0, report.ExitCode);
        Assert.Equal(
            ["create-mdev done", "write-attribute fell-back EBUSY", "unbind already-done", "write-attribute done", "bind done"],
            Assert.Single(report.Applied).Actions);
        Assert.Equal([A], await CompleteDevicesAsync());
    }

    [MachineFact]
    public async Task A_write_that_is_always_busy_fails_after_one_fallback()
    {
        await SetAsync("fail_errno", "EBUSY");
        await SetAsync("fail_write_nth", 1);
        var failed = Assert.Single((await ReportAsync(One)).Failed);
        Assert.Equal(
            [
                "create-mdev done", "write-attribute fell-back EBUSY", "unbind already-done", "write-attribute refused EBUSY",
                "bind skipped", "remove-mdev done",
            ],
            failed.Actions);
        Assert.Equal("", await DevicesAsync());
    }

    [MachineFact]
    public async Task A_change_that_fails_gives_the_device_its_driver_back()
    {
        await ApplyAsync(One);
        var inode = await InodeAsync(A);
        await SetAsync("fail_write_nth", 1);
        var changed = Parent(Port0, Mdev("a", A, Local, HostDriver, "max_rq=7"));
        var report = await ReportAsync(changed);
        Assert.Equal(4, report.ExitCode);
        Assert.Equal("driver mlx5_core was bound again", Assert.Single(report.Failed).CleanUp);
        Assert.Equal("aa 0000:00:05.0 mlx5_core-local mlx5_core", await DevicesAsync());
        Assert.Equal("0 tx 4 rx 3", await NetdevsAsync(A));

        await SetAsync("fail_write_nth", 0);
        await ApplyAsync(changed);
        Assert.Equal("0 tx 4 rx 7", await NetdevsAsync(A));
        Assert.Equal(inode, await InodeAsync(A));
    }

    [MachineFact]
    public async Task A_driver_that_cannot_be_given_back_is_reported_and_repaired_later()
    {
        await ApplyAsync(One);
        await SetAsync("fail_bind_nth", 1);
        var failed = Assert.Single((await ReportAsync(Parent(Port0, Mdev("a", A, Local, GuestDriver, "max_rq=3")))).Failed);
        Assert.Equal(["unbind done", "bind refused EIO", "bind refused EIO"], failed.Actions);
        Assert.StartsWith("the clean-up was refused too: ", failed.CleanUp, StringComparison.Ordinal);
        Assert.Equal("aa 0000:00:05.0 mlx5_core-local -", await DevicesAsync());

        await SetAsync("fail_bind_nth", 0);
        await ApplyAsync(One);
        Assert.Equal("aa 0000:00:05.0 mlx5_core-local mlx5_core", await DevicesAsync());
    }

    [MachineFact]
    public async Task A_replacement_that_cannot_be_created_is_created_by_the_next_apply()
    {
        await ApplyAsync(One);
        var larger = Parent(Port0, Mdev("a", A, Large, HostDriver, "max_rq=3"));
        await SetAsync("fail_create_nth", 1);
        var failed = Assert.Single((await ReportAsync(larger)).Failed);
        Assert.Equal("create-mdev refused EIO", failed.Actions[1]);
        Assert.Equal("", await DevicesAsync());

        await SetAsync("fail_create_nth", 0);
        await ApplyAsync(larger);
        Assert.Equal("aa 0000:00:05.0 mlx5_core-large mlx5_core", await DevicesAsync());
    }

    [MachineFact]
    public async Task A_half_made_device_that_is_to_be_kept_stays_and_is_finished_later()
    {
        await SetAsync("fail_bind_nth", 1);
        var result = await RunOnAsync(One, "apply --keep-failed");
        Assert.Equal(4, result.ExitCode);
        Assert.Equal("aa 0000:00:05.0 mlx5_core-local -", await DevicesAsync());
        var inode = await InodeAsync(A);

        await SetAsync("fail_bind_nth", 0);
        await ApplyAsync(One);
        Assert.Equal("aa 0000:00:05.0 mlx5_core-local mlx5_core", await DevicesAsync());
        Assert.Equal(inode, await InodeAsync(A));
    }

    private static string OnLane(int number) =>
        Mdev($"dev-{number}", Uuid(number), number < 8 ? Local : SoftLocal, HostDriver, "max_rq=3");

    private static void AssertFailed(DeviceReport device, string operation, string errno)
    {
        var kind = operation switch { "create" => "create-mdev", "write" => "write-attribute", _ => operation };
        Assert.Contains($"{kind} refused {errno}", device.Actions);
        Assert.Contains(errno, device.Failure, StringComparison.Ordinal);
        Assert.Equal(operation == "create" ? null : "the half-made device was removed again", device.CleanUp);
    }

    // The devices that have both their param and their driver.
    private async Task<IReadOnlyList<string>> CompleteDevicesAsync()
    {
        var complete = await Machine.OutputOfAsync(
            """
            cd /sys/bus/mdev/drivers/mlx5_core; for uuid in *-*; do
              [ ! -e $uuid ] || ! grep -qx 3 $uuid/max_rq || echo $uuid
            done
            """);
        return complete.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
