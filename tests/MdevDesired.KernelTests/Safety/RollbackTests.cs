using MdevDesired.KernelTests.Machines;
using MdevDesired.KernelTests.Proposal;
using Xunit;
using static MdevDesired.KernelTests.DocumentText;

namespace MdevDesired.KernelTests.Safety;

/// <summary>Operations that fail in a run that is then undone: the host is as it was before.</summary>
[Collection(TroubleGroup.Name)]
public sealed class RollbackTests(ProposalMachine fixture) : ProposalTest(fixture)
{
    private const int Terminate = 15;

    private static readonly string Before =
        Parent(Port0, Mdev("a", A, Local, HostDriver, "max_rq=3"), Mdev("b", B, Local, GuestDriver))
        + Parent(Port1, Mdev("c", C, Local, HostDriver, "max_rq=5"));

    // One is changed, one replaced, one goes, three come.
    private static readonly string After =
        Parent(Port0, Mdev("a", A, Local, HostDriver, "max_rq=7"), Mdev("b", B, Large, HostDriver))
        + Parent(Port1, [.. Enumerable.Range(1, 12).Select(number => Mdev($"new-{number}", Uuid(number), Local, HostDriver, "max_rq=2"))]);

    // Every Nth operation fails: late enough that the rest of the run and its undoing together make fewer than N more.
    [MachineTheory]
    [InlineData("create", 11, "EUSERS")]
    [InlineData("bind", 11, "ENOMEM")]
    [InlineData("bind", 12, "EIO")]
    [InlineData("write", 11, "EINVAL")]
    [InlineData("write", 12, "EIO")]
    public async Task The_host_is_as_it_was_before(string operation, int nth, string errno)
    {
        await ApplyAsync(Before);
        var before = await PictureAsync();
        await SetAsync("fail_errno", errno);
        await SetAsync($"fail_{operation}_nth", nth);
        var result = await RunOnAsync(After, "apply --rollback");
        await SetAsync($"fail_{operation}_nth", 0);

        Assert.True(result.ExitCode == 4, result.ToString());
        Assert.True(result.Stdout.Contains("Verified: the host is as it was before.", StringComparison.Ordinal), result.ToString());
        Assert.Equal(before, await PictureAsync());
        await AssertNothingToDoAsync(Before);
        await ApplyAsync(After);
        await AssertNothingToDoAsync(After);
    }

    [MachineFact]
    public async Task A_rollback_that_is_refused_too_says_so_and_the_next_apply_mends_it()
    {
        await ApplyAsync(Before);
        await SetAsync("fail_errno", "ENOMEM");
        await SetAsync("fail_create_nth", 1);
        var result = await RunOnAsync(After, "apply --rollback");
        await SetAsync("fail_create_nth", 0);

        Assert.True(result.ExitCode == 4, result.ToString());
        Assert.Contains("it could not be brought back to what it was before: create-mdev was refused:", Unwrapped(result), StringComparison.Ordinal);
        await ApplyAsync(Before);
        await AssertNothingToDoAsync(Before);
    }

    [MachineFact]
    public async Task A_run_that_is_terminated_is_undone()
    {
        var sixteen = Parent(Port0, [.. Enumerable.Range(0, 16).Select(i => Mdev($"dev-{i}", Uuid(i), Local))]);
        await SetAsync("create_delay_ms", 1500);
        await Machine.PutFileAsync(DocumentPath, Document(sixteen));
        var running = Machine.Start($"exec mdev-desired apply --rollback -f {DocumentPath}");
        await Machine.OutputOfAsync("until [ -e /run/mdev-desired/ledger.json ]; do usleep 1000; done");
        running.Signal(Terminate);

        var result = await Machine.WaitForAsync(running);
        Assert.Equal(130, result.ExitCode);
        Assert.Contains("what was begun is undone", result.Stderr, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());
    }

    // Every device with its driver and what was written into it.
    private async Task<string> PictureAsync() => await DevicesAsync() + await Machine.OutputOfAsync(
        "cd /sys/bus/mdev/devices; for uuid in *; do [ ! -e $uuid ] || echo $uuid $(cat $uuid/max_rq); done");
}
