using MdevDesired.Applying;
using MdevDesired.Cli;
using MdevDesired.Cli.Verbs;
using MdevDesired.Linux.State;
using MdevDesired.Model;
using MdevDesired.Planning;
using MdevDesired.Planning.Mdevs;
using Xunit;
using static MdevDesired.Tests.Doubles.Scene;

namespace MdevDesired.Tests.Cli;

public sealed class RoundsTests
{
    private static readonly DesiredState Both = Desired(Parent(Mtty, Mdev(1, "mtty-1")), Parent(Nic, Mdev(2, "mlx5_core-local")));

    [Fact]
    public void What_is_there_is_applied_at_once_and_a_late_parent_when_it_comes()
    {
        using var host = new LateHost();
        host.Seen.Parents.Add(Nic);

        var report = host.Apply(Both, () => Assert.Equal(1, host.Devices), () => host.Seen.Parents.Clear());

        Assert.Equal(ExitCode.Done, ReportOutput.Code(report!));
        Assert.Equal(["1 mtty", "2 pci/0000:05:00.0"], Outcomes(report));
        Assert.Equal(TimeSpan.FromSeconds(2), host.Clock.Elapsed);
        Assert.Equal(
            "[1/1] mtty dev-1: created\nWaiting for pci/0000:05:00.0 (up to 30 s).\n[1/1] pci/0000:05:00.0 dev-2: created\n", host.Log);
    }

    [Fact]
    public void Types_that_come_after_their_parent_are_waited_for_even_though_nobody_announces_them()
    {
        using var host = new LateHost();
        host.Seen.Parents.Add(Nic);
        host.Seen.Types.Add(Nic);

        var report = host.Apply(Both, () => host.Seen.Parents.Clear(), () => host.Seen.Types.Clear());

        Assert.Equal(ExitCode.Done, ReportOutput.Code(report!));
        Assert.EndsWith(
            """
            Waiting for pci/0000:05:00.0 (up to 30 s).
            Waiting for the mdev type mlx5_core-local of pci/0000:05:00.0 (up to 30 s).
            [1/1] pci/0000:05:00.0 dev-2: created

            """, host.Log, StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_announces_is_looked_for_once_a_second()
    {
        using var host = new LateHost { Wait = 3 };
        host.Seen.Types.Add(Nic);

        host.Apply(Both);

        Assert.Equal(TimeSpan.FromSeconds(3), host.Clock.Elapsed);
        Assert.Equal(2, host.Locks);
    }

    [Fact]
    public void A_parent_that_never_comes_fails_its_lane_when_its_wait_is_over()
    {
        using var host = new LateHost();
        host.Seen.Parents.Add(Nic);

        var report = host.Apply(Both);

        Assert.Equal(ExitCode.Partial, ReportOutput.Code(report!));
        Assert.Equal(["1 mtty"], Outcomes(report));
        Assert.Equal(TimeSpan.FromSeconds(30), host.Clock.Elapsed);
        Assert.Equal(PlanningCodes.ParentAbsent, Assert.Single(report!.Plan.Findings).Diagnostic.Code);
        Assert.Equal(report.Plan.Findings, report.Remaining!.Findings);
    }

    [Fact]
    public void An_optional_parent_is_waited_for_and_may_stay_away()
    {
        using var host = new LateHost();
        host.Seen.Parents.Add(Nic);

        var report = host.Apply(Desired(Both.Parents[0], Both.Parents[1] with { Optional = true }));

        Assert.Equal(ExitCode.Done, ReportOutput.Code(report!));
        Assert.Equal(TimeSpan.FromSeconds(30), host.Clock.Elapsed);
    }

    [Fact]
    public void What_a_document_says_counts_more_than_the_standard()
    {
        using var host = new LateHost();
        host.Seen.Parents.UnionWith([Mtty, Nic]);

        host.Apply(Desired(Both.Parents[0] with { Wait = TimeSpan.Zero }, Both.Parents[1] with { Wait = TimeSpan.FromSeconds(90) }));

        Assert.Equal("Waiting for pci/0000:05:00.0 (up to 1 min 30 s).\n", host.Log);
        Assert.Equal(TimeSpan.FromSeconds(90), host.Clock.Elapsed);
    }

    [Fact]
    public void Each_parent_has_its_own_end_of_waiting()
    {
        using var host = new LateHost();
        host.Seen.Types.Add(Mtty);
        host.Seen.Parents.Add(Nic);
        var desired = Desired(Both.Parents[0] with { Wait = TimeSpan.FromSeconds(2) }, Both.Parents[1]);

        var report = host.Apply(desired, () => { }, () => { }, () => host.Seen.Parents.Clear());

        Assert.Equal(["2 pci/0000:05:00.0"], Outcomes(report));
        Assert.Equal(TimeSpan.FromSeconds(3), host.Clock.Elapsed);
        Assert.Equal(PlanningCodes.UnknownType, Assert.Single(report!.Plan.Findings).Diagnostic.Code);
    }

    [Fact]
    public void The_lock_is_free_while_nothing_is_applied()
    {
        using var host = new LateHost();
        host.Seen.Parents.Add(Nic);

        host.Apply(Both, () => Assert.False(host.IsLocked), () => host.Seen.Parents.Clear());

        Assert.Equal(2, host.Locks);
    }

    [Fact]
    public void What_another_run_did_meanwhile_is_seen_with_its_ledger()
    {
        using var host = new LateHost();
        host.Seen.Parents.Add(Nic);

        var report = host.Apply(Both, () =>
        {
            host.Seen.Parents.Clear();
            host.ApplyElsewhere(Both);
        });

        Assert.Equal(ExitCode.Done, ReportOutput.Code(report!));
        Assert.Equal(["1 mtty"], Outcomes(report));
        Assert.Equal(1, report!.Plan.InSync);
        Assert.Equal(2, host.Simulated.Snapshot.Ledger.Entries.Count);
    }

    [Fact]
    public void What_failed_in_its_turn_is_not_tried_again_with_the_late_ones()
    {
        using var host = new LateHost { Fault = action => action is CreateMdev { Parent.Name: "mtty" } ? Errno.EIO : null };
        host.Seen.Parents.Add(Nic);

        var report = host.Apply(Both, () => { }, () => host.Seen.Parents.Clear());

        Assert.Equal(ExitCode.Partial, ReportOutput.Code(report!));
        Assert.Equal(["1 mtty", "2 pci/0000:05:00.0"], Outcomes(report));
        Assert.Equal([DeviceStatus.Failed, DeviceStatus.Applied], report!.Outcomes.Select(outcome => outcome.Status));
    }

    [Fact]
    public void A_parent_that_goes_again_after_its_turn_is_not_waited_for_once_more()
    {
        using var host = new LateHost();
        host.Seen.Parents.Add(Nic);

        var report = host.Apply(Both, () => host.Seen.Parents.Add(Mtty), () => host.Seen.Parents.Remove(Nic));

        Assert.Equal(TimeSpan.FromSeconds(2), host.Clock.Elapsed);
        Assert.Equal(ExitCode.Partial, ReportOutput.Code(report!));
        Assert.Equal(PlanningCodes.ParentAbsent, Assert.Single(report!.Remaining!.Findings).Diagnostic.Code);
    }

    [Fact]
    public void An_interrupt_ends_the_wait_and_what_was_done_is_reported()
    {
        using var host = new LateHost();
        host.Seen.Parents.Add(Nic);

        var report = host.Apply(Both, host.Interrupt);

        Assert.Equal(ExitCode.Interrupted, ReportOutput.Code(report!));
        Assert.Equal(["1 mtty"], Outcomes(report));
        Assert.True(report!.Remaining!.IsBlocked);
        Assert.EndsWith("Interrupted: nothing is waited for any more.\n", host.Log, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_is_undone_as_a_whole_waits_first_and_applies_then()
    {
        using var host = new LateHost { Rollback = true, Fault = action => action is CreateMdev { Parent.Name: not "mtty" } ? Errno.EIO : null };
        host.Seen.Parents.Add(Nic);

        var report = host.Apply(Both, () => Assert.Equal(0, host.Devices), () => host.Seen.Parents.Clear());

        Assert.True(report!.IsRolledBack);
        Assert.Equal(0, host.Devices);
        Assert.Equal(2, report.Outcomes.Count);
    }

    [Fact]
    public void A_wait_that_is_interrupted_before_anything_was_done_changes_nothing()
    {
        using var host = new LateHost { Rollback = true };
        host.Seen.Parents.Add(Nic);

        var report = host.Apply(Both, host.Interrupt);

        Assert.Equal(ExitCode.Interrupted, ReportOutput.Code(report!));
        Assert.Empty(report!.Outcomes);
        Assert.Equal(0, host.Devices);
    }

    [Fact]
    public void Only_the_parent_that_is_asked_for_is_waited_for()
    {
        using var host = new LateHost { Options = new() { Parent = Mtty } };
        host.Seen.Parents.Add(Nic);

        var report = host.Apply(Both);

        Assert.Equal(ExitCode.Done, ReportOutput.Code(report!));
        Assert.Equal(TimeSpan.Zero, host.Clock.Elapsed);
    }

    [Fact]
    public void Without_anything_late_there_is_one_round_and_no_word_of_waiting()
    {
        using var host = new LateHost();

        var report = host.Apply(Both);

        Assert.Equal(ExitCode.Done, ReportOutput.Code(report!));
        Assert.Equal(1, host.Locks);
        Assert.DoesNotContain("Waiting", host.Log, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_plan_waits_for_nobody()
    {
        using var host = new LateHost();
        host.Seen.Parents.Add(Nic);

        var report = host.Apply(Desired(Parent(Mtty, [.. Enumerable.Range(10, 25).Select(number => Mdev(number, "mtty-1"))]), Both.Parents[1]));

        Assert.Equal(ExitCode.Error, ReportOutput.Code(report!));
        Assert.Equal(TimeSpan.Zero, host.Clock.Elapsed);
        Assert.Equal(0, host.Devices);
    }

    [Fact]
    public void What_was_done_is_known_even_where_the_lock_is_not_given_again()
    {
        using var host = new LateHost { SecondLock = new HostLockedException(null, TimeSpan.FromSeconds(30)) };
        host.Seen.Parents.Add(Nic);
        using var rounds = host.Rounds(Both, () => host.Seen.Parents.Clear());

        Assert.Throws<HostLockedException>(rounds.Run);
        Assert.Equal(["1 mtty"], Outcomes(rounds.SoFar));
    }

    private static IEnumerable<string> Outcomes(ApplyReport? report) =>
        report!.Outcomes.Select(outcome => $"{outcome.Change.Id.ToString()![7]} {outcome.Change.Parent}");
}
