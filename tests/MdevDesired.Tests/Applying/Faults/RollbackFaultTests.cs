using MdevDesired.Applying;
using MdevDesired.Applying.Undoing;
using MdevDesired.Model;
using MdevDesired.Tests.Doubles;
using Xunit;

namespace MdevDesired.Tests.Applying.Faults;

/// <summary>
/// The same with a rollback: when nothing else fails the host is as it was before; when the rollback is refused, or killed, one
/// more apply converges all the same.
/// </summary>
public class RollbackFaultTests
{
    public static TheoryData<string> Scenarios => Scenario.Names;

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Leaves_the_host_as_it_was_whatever_was_refused(string name)
    {
        var scenario = Scenario.Named(name);
        var rolledBack = 0;
        for (var action = 0; action < scenario.Count(); action++)
        {
            foreach (var errno in Errors.All)
            {
                var bench = scenario.Prepare(rollback: true);
                var before = bench.Host.Snapshot;
                var seen = 0;
                bench.Fault = _ => seen++ == action ? errno : null;
                var report = bench.Apply(scenario.After);
                var what = $"{name}: action {action} refused with {errno}";
                if (report.IsRolledBack)
                {
                    AssertAsBefore(before, bench, report, what);
                    rolledBack++;
                }
                else
                {
                    Assert.True(report.IsConverged, what);
                }

                scenario.AssertConverges(bench, what);
            }
        }

        Assert.True(rolledBack >= Errors.Telling.Length);
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Converges_after_the_rollback_was_refused(string name)
    {
        var scenario = Scenario.Named(name);
        for (var action = 0; action < scenario.Count(); action++)
        {
            for (var second = 1; second < 12; second++)
            {
                foreach (var errno in Errors.Telling)
                {
                    var bench = scenario.Prepare(rollback: true);
                    var seen = -1;
                    bench.Fault = _ => ++seen == action ? Errno.EIO : seen == action + second ? errno : null;
                    bench.Apply(scenario.After);
                    var isOver = seen < action + second;
                    scenario.AssertConverges(bench, $"{name}: action {action} refused, and {second} later {errno}");
                    if (isOver)
                    {
                        second = int.MaxValue - 1;
                        break;
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Converges_after_a_kill_in_the_midst_of_a_rollback(string name)
    {
        var scenario = Scenario.Named(name);
        for (var action = 0; action < scenario.Count(); action++)
        {
            for (var last = action; ; last++)
            {
                var before = Killed(scenario, name, action, last, performed: false);
                var after = Killed(scenario, name, action, last, performed: true);
                if (!before && !after)
                {
                    break;
                }
            }
        }
    }

    // False when the run was over before.
    private static bool Killed(Scenario scenario, string name, int action, int last, bool performed)
    {
        var bench = scenario.Prepare(rollback: true);
        var seen = 0;
        bench.Fault = _ => seen++ == action ? Errno.EIO : null;
        var isKilled = MortalProcess.TryKill(bench, last, performed, scenario.After);
        scenario.AssertConverges(bench, $"{name}: action {action} refused, killed {(performed ? "after" : "before")} action {last}");
        return isKilled;
    }

    private static void AssertAsBefore(HostSnapshot before, Bench bench, ApplyReport report, string what)
    {
        var now = bench.Host.Snapshot;
        Assert.True(report.Problems.Count == 0, $"{what}: {string.Join("; ", report.Problems.Select(problem => problem.Message))}");
        Assert.All(report.Outcomes, outcome => Assert.True(
            outcome.Status is DeviceStatus.RolledBack or DeviceStatus.Failed && (outcome.IsUndone || outcome.Actions.Count == 0 || outcome.Actions.All(step => step.Status == ActionStatus.Skipped)),
            $"{what}: {outcome.Change.Id} {outcome.Status} {outcome.Failure} {outcome.CleanUp}"));
        Assert.Equal(before.Observed.SubDevices.Select(device => device.Id), now.Observed.SubDevices.Select(device => device.Id));
        foreach (var (then, afterwards) in before.Observed.SubDevices.Zip(now.Observed.SubDevices))
        {
            Assert.True(!Likeness.Differences(then, afterwards).Any(), $"{what}: {then.Id}: {string.Join("; ", Likeness.Differences(then, afterwards))}");
        }

        foreach (var (then, afterwards) in before.Observed.Parents.Zip(now.Observed.Parents))
        {
            Assert.True(!Likeness.Differences(then.Devlink, afterwards.Devlink).Any(), $"{what}: {then.Address}: {string.Join("; ", Likeness.Differences(then.Devlink, afterwards.Devlink))}");
        }

        Assert.Equal(Timeless(before.Ledger), Timeless(now.Ledger));
    }

    private static Ledger Timeless(Ledger ledger) => ledger with { Entries = ledger.Entries.Select(entry => entry with { Instance = 0 }).ToEquatableArray() };
}
