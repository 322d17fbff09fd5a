using MdevDesired.KernelTests.Machines;
using Xunit;
using static MdevDesired.KernelTests.Devlink.DevlinkText;

namespace MdevDesired.KernelTests.Devlink;

/// <summary>What the kernel does not show is remembered: a reload that is still to come, a param that waits for the next boot.</summary>
[Collection(SubfunctionGroup.Name)]
public sealed class ReloadTests(SubfunctionMachine fixture) : SubfunctionTest(fixture)
{
    private static readonly string Listed = Parent(Pf0, Params("event_eq_size=2048"));

    [MachineFact]
    public async Task A_reload_is_made_up_for_after_a_kill_between_the_param_and_the_reload()
    {
        await SetAsync("reload_delay_ms", 4000);
        await Machine.PutFileAsync(DocumentPath, DocumentText.Document(Listed));
        await Machine.OutputOfAsync(
            $$"""
            mdev-desired apply -f {{DocumentPath}} >/dev/null 2>&1 &
            apply=$!
            # Nobody else is answered while the instance reloads: the thread that waits in the kernel shows that it does.
            waits() { for pid in $(pidof mdev-desired); do grep -q '^State:.D' /proc/$pid/task/*/status && return; done; false; }
            until grep -q reloadPending /run/mdev-desired/ledger.json 2>/dev/null && waits; do usleep 10000; done
            kill -9 $apply
            wait $apply
            true
            """,
            Timeout);
        await SetAsync("reload_delay_ms", 0);

        Assert.Contains("a param was set and not taken up by a reload", await PlanAsync(Listed), StringComparison.Ordinal);
        var report = await ReportAsync(Listed);
        Assert.Equal(["reload done"], Assert.Single(report.Applied).Actions);
        await AssertNothingToDoAsync(Listed);
    }

    [MachineFact]
    public async Task A_permanent_param_that_reads_back_late_is_a_note_and_no_drift()
    {
        await SetAsync("permanent", "boot");
        var permanent = Parent(Pf0, Params("msix_vec_per_pf_max=32"));
        await ApplyAsync(permanent);
        Assert.Equal("64", await ParamAsync(Pf0, "msix_vec_per_pf_max"));
        var plan = await RunOnAsync(permanent, "plan --exit-code");
        Assert.Equal(0, plan.ExitCode);
        Assert.Contains("msix_vec_per_pf_max was set to 32, which takes effect after the next boot", Unwrapped(plan), StringComparison.Ordinal);
    }
}
