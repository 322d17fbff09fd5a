using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Planning;
using MdevDesired.Planning.Mdevs;
using MdevDesired.Tests.Doubles;
using Xunit;
using static MdevDesired.Tests.Doubles.Scene;

namespace MdevDesired.Tests.Applying;

public class PendingTests
{
    private static readonly ProcessIdentity Waiter = new(812, 4711);

    [Fact]
    public void What_is_not_answered_is_reported_and_remembered()
    {
        var (bench, report) = WithPendingRemoval();
        var outcome = Assert.Single(report.Outcomes);
        Assert.Equal(DeviceStatus.Pending, outcome.Status);
        Assert.False(report.IsConverged);
        Assert.Equal([new LedgerPending(Id(1), "remove-mdev", Waiter)], bench.Ledger.Pending);
        Assert.Equal([Id(1), Id(2)], bench.Ledger.Entries.Select(entry => entry.Id));
    }

    [Fact]
    public void Nothing_more_is_done_to_it_while_its_process_waits()
    {
        var (bench, _) = WithPendingRemoval();
        bench.Observe = new Waiting(bench.Host);
        var plan = bench.Plan(Desired(Parent(Mtty, Mdev(2, "mtty-1"))));
        Assert.Empty(plan.Changes);
        Assert.Equal([PlanningCodes.Pending], plan.Findings.Select(finding => finding.Diagnostic.Code));
        Assert.True(plan.IsBlocked);

        Assert.True(bench.Plan(Desired(Parent(Mtty, Mdev(1, "mtty-1"), Mdev(2, "mtty-1")))).IsBlocked);
    }

    [Fact]
    public void When_its_process_is_gone_it_is_planned_again_and_forgotten()
    {
        var (bench, _) = WithPendingRemoval();
        (bench.Operations, bench.Observe) = (null, null);
        Assert.True(bench.Apply(Desired(Parent(Mtty, Mdev(2, "mtty-1")))).IsConverged);
        Assert.Empty(bench.Ledger.Pending);
        Assert.Equal([Id(2)], bench.Ledger.Entries.Select(entry => entry.Id));
    }

    [Fact]
    public void A_creation_that_is_not_answered_keeps_its_intent()
    {
        var bench = new Bench(Host());
        (bench.Operations, bench.Observe) = (new Unanswered(bench.Host, action => action is CreateMdev), new Waiting(bench.Host));
        bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-1"))));
        Assert.Empty(bench.Plan(Desired(Parent(Mtty, Mdev(1, "mtty-1")))).Changes);

        // The kernel makes it after all.
        bench.Host.Perform(new CreateMdev { Parent = Mtty, Id = Id(1), Uuid = Uuid(1), Type = new("mtty-1"), Reason = "" });
        (bench.Operations, bench.Observe) = (null, null);
        Assert.True(bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-1")))).IsConverged);
        Assert.NotNull(Assert.Single(bench.Ledger.Entries).Instance);
        Assert.True(bench.Apply(Desired(Parent(Mtty))).IsConverged);
    }

    private static (Bench Bench, ApplyReport Report) WithPendingRemoval()
    {
        var bench = new Bench(Host());
        bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-1"), Mdev(2, "mtty-1"))));
        (bench.Operations, bench.Observe) = (new Unanswered(bench.Host, action => action is RemoveMdev), new Waiting(bench.Host));
        return (bench, bench.Apply(Desired(Parent(Mtty, Mdev(2, "mtty-1")))));
    }

    private sealed class Unanswered(IOperateHost host, Func<PlanAction, bool> hangs) : IOperateHost
    {
        public void Perform(PlanAction action)
        {
            if (hangs(action))
            {
                throw new PendingException(action.Kind, action.Id.ToString()!, TimeSpan.FromSeconds(30), Waiter);
            }

            host.Perform(action);
        }
    }
}
