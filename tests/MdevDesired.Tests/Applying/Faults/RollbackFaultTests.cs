using MdevDesired.Applying;
using MdevDesired.Applying.Undoing;
using MdevDesired.Model;
using MdevDesired.Tests.Doubles;
using Xunit;
using Xunit.Abstractions;

namespace MdevDesired.Tests.Applying.Faults;

/// <summary>
/// The same with a rollback: every action of every scenario is refused with every errno, and when nothing else fails the host is as
/// it was before.
/// </summary>
public class RollbackFaultTests(ITestOutputHelper output)
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

        output.WriteLine($"{rolledBack} runs");
        Assert.True(rolledBack >= Errors.Telling.Length);
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
