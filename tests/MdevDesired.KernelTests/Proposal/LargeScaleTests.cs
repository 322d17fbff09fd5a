using System.Globalization;
using MdevDesired.KernelTests.Machines;
using Xunit;
using static MdevDesired.KernelTests.DocumentText;

namespace MdevDesired.KernelTests.Proposal;

/// <summary>Many sub devices at once, and runs that are killed in their midst.</summary>
public sealed class LargeScaleTests(LargePoolMachine fixture) : ProposalTest(fixture), IClassFixture<LargePoolMachine>
{
    private static readonly string[] Ports = [Port0, Port1, Port2, Port3];

    private static readonly string Nothing = string.Concat(Ports.Select(port => Parent(port)));
    private static readonly string SixtyFour = Spread(64, HostDriver, "max_rq=3");

    protected override TimeSpan Timeout => TimeSpan.FromMinutes(5);

    [MachineFact]
    public async Task A_thousand_sub_devices_on_four_parents_in_one_apply()
    {
        var thousand = Spread(1000, null);
        Assert.Contains("1000 created", await ApplyAsync(thousand), StringComparison.Ordinal);
        Assert.Equal(1000, await CountAsync());
        Assert.Contains("Nothing to do: 1000 sub devices are as desired.", await ApplyAsync(thousand), StringComparison.Ordinal);
        Assert.Contains("1000 removed", await ApplyAsync(Nothing), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());
    }

    [MachineFact]
    public async Task A_parent_that_is_filled_to_its_last_instance()
    {
        var all = Parent(Port0, [.. Enumerable.Range(0, 4096).Select(i => Mdev($"dev-{i}", Uuid(i), Local))]);
        Assert.Contains("4096 created", await ApplyAsync(all), StringComparison.Ordinal);
        Assert.Equal(4096, await CountAsync());
        var more = await RunOnAsync(all + Mdev("one-more", A, Local), "apply");
        Assert.Equal(1, more.ExitCode);
        Assert.Contains("1 more of type mlx5_core-local is wanted, 0 are available", Unwrapped(more), StringComparison.Ordinal);
    }

    [MachineTheory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(64)]
    public async Task What_a_killed_apply_began_is_finished_by_the_next(int created)
    {
        await KillApplyAsync(SixtyFour, created == 0 ? "[ -e /run/mdev-desired/ledger.json ]" : $"[ $# -ge {created} ]");
        await ApplyAsync(SixtyFour);
        Assert.Equal(64, await CompleteAsync());
        await AssertTakenDownAsync();
    }

    [MachineTheory]
    [InlineData(1)]
    [InlineData(45)]
    public async Task What_a_killed_apply_left_is_removed_when_it_is_no_longer_listed(int created)
    {
        await KillApplyAsync(SixtyFour, $"[ $# -ge {created} ]");
        Assert.InRange(await CountAsync(), created, 64);
        await AssertTakenDownAsync();
    }

    [MachineFact]
    public async Task What_a_killed_apply_was_changing_is_changed_by_the_next()
    {
        await ApplyAsync(Spread(64, HostDriver, "max_rq=5"));
        var inodes = await InodesAsync();
        await KillApplyAsync(SixtyFour, "set -- /sys/bus/mdev/drivers/mlx5_core/*-*; [ $# -lt 60 ]");
        Assert.InRange(await CompleteAsync(), 0, 63);
        await ApplyAsync(SixtyFour);
        Assert.Equal(64, await CompleteAsync());
        Assert.Equal(inodes, await InodesAsync());
    }

    [MachineTheory]
    [InlineData(60)]
    [InlineData(10)]
    public async Task What_a_killed_apply_was_removing_is_made_again_or_removed_by_the_next(int left)
    {
        await ApplyAsync(SixtyFour);
        await KillApplyAsync(Nothing, $"[ $# -le {left} ]");
        await ApplyAsync(SixtyFour);
        Assert.Equal(64, await CompleteAsync());
        await AssertTakenDownAsync();
    }

    private static string Spread(int count, string? driver, params string[] values) =>
        string.Concat(Ports.Select((port, lane) => Parent(port, [.. Lane(lane, count / Ports.Length, driver, values)])));

    private static IEnumerable<string> Lane(int lane, int count, string? driver, string[] values) =>
        Enumerable.Range(lane * count, count).Select(i => Mdev($"dev-{i}", Uuid(i), Local, driver, values));

    // Runs an apply, slowly, and kills it as soon as the shell finds the condition true; $# is the number of devices.
    private async Task KillApplyAsync(string parents, string condition)
    {
        await SetDelaysAsync(40);
        await Machine.PutFileAsync(DocumentPath, Document(parents));
        var killed = await Machine.OutputOfAsync(
            $$"""
            mdev-desired apply -f {{DocumentPath}} > /dev/null 2>&1 & pid=$!
            while kill -0 $pid; do
              set -- /sys/bus/mdev/devices/*; [ -e "$1" ] || shift
              if {{condition}}; then break; fi
            done
            kill -9 $pid; wait $pid 2> /dev/null; echo $?
            """);
        Assert.Equal("137", killed);
        await SetDelaysAsync(0);
    }

    private Task<string> SetDelaysAsync(int milliseconds) => Machine.OutputOfAsync(
        $"cd /sys/module/mdevsim/parameters; for delay in create bind remove; do echo {milliseconds} > ${{delay}}_delay_ms; done");

    private async Task AssertTakenDownAsync()
    {
        await ApplyAsync(Nothing);
        Assert.Equal(0, await CountAsync());
        Assert.Equal("ledger.json lock worker 0", await Machine.OutputOfAsync(
            "cd /run/mdev-desired; echo $(ls -A) $(grep -c 0000-4000-8000 ledger.json)"));
    }

    private async Task<int> CompleteAsync() => int.Parse(await Machine.OutputOfAsync(
        "cd /sys/bus/mdev/drivers/mlx5_core; cat *-*/max_rq | grep -cx 3 || true"), CultureInfo.InvariantCulture);

    private Task<string> InodesAsync() => Machine.OutputOfAsync("cd /sys/bus/mdev/devices; stat -Lc '%n %i' *");
}
