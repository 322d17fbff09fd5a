using MdevDesired.KernelTests.Machines;
using MdevDesired.KernelTests.Proposal;
using Xunit;
using static MdevDesired.KernelTests.DocumentText;

namespace MdevDesired.KernelTests.Safety;

/// <summary>A saved plan is what was agreed to: it is done as it stands, or not at all.</summary>
[Collection(SafetyGroup.Name)]
public sealed class SavedPlanTests(SafetyMachine fixture) : ProposalTest(fixture)
{
    private const string PlanPath = "/tmp/rack7.plan";

    private static readonly string Listed = Parent(Port0, Mdev("a", A, Local), Mdev("b", B, Local, GuestDriver, "max_rq=3"));

    [MachineFact]
    public async Task A_saved_plan_is_applied_though_its_document_is_gone()
    {
        await SaveAsync(Listed);
        await Machine.OutputOfAsync($"rm {DocumentPath}");
        var result = await ApplyPlanAsync();
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal(2, await CountAsync());
        await AssertNothingToDoAsync(Listed);
    }

    [MachineFact]
    public async Task It_is_refused_once_the_host_has_moved_on()
    {
        await ApplyAsync(Listed);
        await SaveAsync(Parent(Port0, Mdev("a", A, Large), Mdev("b", B, Local, GuestDriver, "max_rq=3")));
        await Machine.OutputOfAsync($"echo 1 > /sys/bus/mdev/devices/{A}/remove");
        var before = await DevicesAsync();

        var result = await ApplyPlanAsync();
        Assert.Equal(1, result.ExitCode);
        Assert.Equal("", result.Stdout);
        Assert.Contains("error MD0453: host node-7 has moved on since the plan was saved", result.Stderr, StringComparison.Ordinal);
        Assert.Contains("- -/+ a", result.Stderr, StringComparison.Ordinal);
        Assert.Contains("+   + a", result.Stderr, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", result.Stderr, StringComparison.Ordinal);
        Assert.Equal(before, await DevicesAsync());
    }

    [MachineFact]
    public async Task A_device_that_was_made_again_by_hand_is_another_one()
    {
        await ApplyAsync(Listed);
        await SaveAsync(Parent(Port0, Mdev("b", B, Local, GuestDriver, "max_rq=3")));
        await Machine.OutputOfAsync($"echo 1 > /sys/bus/mdev/devices/{A}/remove");
        await CreateByHandAsync(A, "0000:00:05.0", Local);
        Assert.Equal(1, (await ApplyPlanAsync()).ExitCode);
        Assert.Equal(2, await CountAsync());
    }

    [MachineFact]
    public async Task It_is_applied_once()
    {
        await SaveAsync(Listed);
        Assert.Equal(0, (await ApplyPlanAsync()).ExitCode);
        Assert.Equal(1, (await ApplyPlanAsync()).ExitCode);
        Assert.Equal(2, await CountAsync());
    }

    [MachineFact]
    public async Task A_plan_of_another_host_or_half_a_plan_changes_nothing()
    {
        await SaveAsync(Listed);
        await Machine.OutputOfAsync($"sed 's/\"host\": \"node-7\"/\"host\": \"node-8\"/' {PlanPath} > /tmp/other.plan; head -c 500 {PlanPath} > /tmp/half.plan");
        var other = await Machine.RunAsync("mdev-desired apply /tmp/other.plan");
        var half = await Machine.RunAsync("mdev-desired apply /tmp/half.plan");
        Assert.Equal((3, 3), (other.ExitCode, half.ExitCode));
        Assert.Contains("MD0452", other.Stderr, StringComparison.Ordinal);
        Assert.Contains("it is cut off", half.Stderr, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());
    }

    [MachineFact]
    public async Task A_full_disk_keeps_the_plan_that_was_saved_before()
    {
        await SaveAsync(Listed);
        var result = await Machine.RunAsync(
            $"""
            mkdir -p /tmp/small && mount -t tmpfs -o size=8k none /tmp/small
            echo old > /tmp/small/rack7.plan
            head -c 3500 /dev/zero > /tmp/small/full
            mdev-desired plan -f {DocumentPath} --out /tmp/small/rack7.plan > /dev/null; code=$?
            cat /tmp/small/rack7.plan; ls /tmp/small; umount /tmp/small
            exit $code
            """);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error MD0404: /tmp/small/rack7.plan: the plan cannot be saved: ENOSPC", result.Stderr, StringComparison.Ordinal);
        Assert.Equal("old\nfull\nrack7.plan\n", result.Stdout);
    }

    private async Task SaveAsync(string parents)
    {
        var result = await RunOnAsync(parents, $"plan --out {PlanPath}");
        Assert.True(result.ExitCode == 0, result.ToString());
    }

    private Task<CommandResult> ApplyPlanAsync() => Machine.RunAsync($"mdev-desired apply {PlanPath}", Timeout);
}
