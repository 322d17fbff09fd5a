using MdevDesired.KernelTests.Machines;
using MdevDesired.KernelTests.Proposal;
using Xunit;
using static MdevDesired.KernelTests.DocumentText;

namespace MdevDesired.KernelTests.Safety;

/// <summary>A kernel write that does not return keeps nobody waiting, and is not forgotten.</summary>
[Collection(SafetyGroup.Name)]
public sealed class PendingTests(SafetyMachine fixture) : ProposalTest(fixture)
{
    public override async Task DisposeAsync()
    {
        await SetAsync("hang_remove", "N");
        await base.DisposeAsync();
    }

    [MachineFact]
    public async Task A_removal_that_hangs_is_reported_as_pending_in_time_and_known_to_the_next_run()
    {
        await ApplyAsync(Parent(Port0, Mdev("gone", A, Local), Mdev("kept", B, Local)));
        await SetAsync("hang_remove", "Y");

        var one = Parent(Port0, Mdev("kept", B, Local), Mdev("new", C, Local));
        await Machine.PutFileAsync(DocumentPath, Document(one));
        // The machine's own timeout ends what does not end in time, and then there is no report.
        var result = await Machine.RunAsync($"timeout 60 mdev-desired apply -f {DocumentPath} --timeout 2s -o json");
        var report = RunReport.Of(result);
        Assert.Equal(4, report.ExitCode);
        var pending = Assert.Single(report.Devices, device => device.Status == "pending");
        Assert.Equal(A, pending.Uuid);
        Assert.Contains($"remove-mdev to {A} has not returned within 2 s", pending.Failure, StringComparison.Ordinal);
        Assert.Equal("applied", Assert.Single(report.Devices, device => device.Uuid == C).Status);

        var plan = await RunOnAsync(one, "plan --exit-code");
        Assert.Equal(2, plan.ExitCode);
        Assert.Contains("remove-mdev of an earlier run is pending: process", Unwrapped(plan), StringComparison.Ordinal);
        var again = await Machine.RunAsync($"timeout 60 mdev-desired apply -f {DocumentPath} --timeout 2s");
        Assert.Equal(4, again.ExitCode);

        await SetAsync("hang_remove", "N");
        await Machine.OutputOfAsync($"until [ ! -e /sys/bus/pci/devices/0000:00:05.0/{A} ]; do usleep 10000; done");
        await ApplyAsync(one);
        await AssertNothingToDoAsync(one);
        Assert.Equal(2, await CountAsync());
        Assert.Equal("0", await Machine.OutputOfAsync("grep -c pending /run/mdev-desired/ledger.json || true"));
    }

    [MachineFact]
    public async Task Two_applies_at_once_follow_one_another()
    {
        await SetAsync("create_delay_ms", 200);
        var twelve = Parent(Port0, [.. Enumerable.Range(0, 12).Select(number => Mdev($"dev-{number}", Uuid(number), Local))]);
        await Machine.PutFileAsync(DocumentPath, Document(twelve));
        var output = await Machine.OutputOfAsync(
            $"""
            mdev-desired apply -f {DocumentPath} > /tmp/first 2>&1 & first=$!
            mdev-desired apply -f {DocumentPath} > /tmp/second 2>&1 & second=$!
            wait $first; echo $?; wait $second; echo $?
            cat /tmp/first /tmp/second | grep -c 'Nothing to do: 12 sub devices are as desired.'
            cat /tmp/first /tmp/second | grep -c '12 created'
            """,
            TimeSpan.FromMinutes(2));
        Assert.Equal("0\n0\n1\n1", output);

        await Machine.OutputOfAsync($"mdev-desired apply -f {DocumentPath}");
        Assert.Equal(12, await CountAsync());
    }

    [MachineFact]
    public async Task Who_waits_too_long_for_the_lock_is_told_who_has_it()
    {
        await SetAsync("create_delay_ms", 4000);
        await Machine.PutFileAsync(DocumentPath, Document(Parent(Port0, Mdev("slow", A, Local))));
        var running = Machine.Start($"exec mdev-desired apply -f {DocumentPath}");
        await Machine.OutputOfAsync("until [ -e /run/mdev-desired/ledger.json ]; do usleep 1000; done");
        var second = await Machine.RunAsync($"mdev-desired apply -f {DocumentPath} --lock-timeout 100ms");
        Assert.Equal(5, second.ExitCode);
        Assert.Contains("mdev-desired", second.Stderr, StringComparison.Ordinal);
        Assert.Equal(0, (await Machine.WaitForAsync(running)).ExitCode);
    }
}
