using MdevDesired.Applying;
using MdevDesired.Linux.State;
using MdevDesired.Model;
using MdevDesired.Planning;
using MdevDesired.Planning.Mdevs;
using MdevDesired.Reporting.Watching;
using MdevDesired.Tests.Doubles;
using Xunit;
using static MdevDesired.Tests.Cli.Watching.Documents;

namespace MdevDesired.Tests.Cli.Watching;

/// <summary>The service when something fails, is refused, locked or in use.</summary>
public sealed class WatcherTroubleTests : WatcherTest
{
    [Fact]
    public void Tries_a_parent_that_fails_ever_more_seldom_and_keeps_the_others()
    {
        Bench.Fault = action => action is CreateMdev && action.Parent == Scene.Mtty ? Errno.EIO : null;
        Start(("a.yaml", Document("a", Mtty(1) + Nic(2))));
        Assert.Equal([Scene.Id(2)], Bench.Host.Snapshot.Observed.SubDevices.Select(device => device.Id));
        Assert.Equal((Scene.Mtty, 1), (Bench.Status.Setbacks[0].Parent, Bench.Status.Setbacks[0].Failures));
        // 1 s, 2 s, 4 s, … 128 s: eight more within 256 s.
        Bench.For(256 * Second);
        Assert.Equal(9, Bench.Status.Tally.Failures[Errno.EIO]);

        Bench.RemoveByHand(Scene.Nic, 2);
        Bench.Hear(WatchTrigger.Host);
        Bench.For(Second);
        Assert.Equal((1, 9), (Bench.Devices, Bench.Status.Tally.Failures[Errno.EIO]));
    }

    [Fact]
    public void Forgets_a_failure_when_it_goes_well_again()
    {
        Bench.Fault = action => action is CreateMdev ? Errno.EIO : null;
        Start(("a.yaml", Document("a", Mtty(1))));
        Bench.Fault = _ => null;
        Bench.For(2 * Second);
        Assert.Equal((1, 0), (Bench.Devices, Bench.Status.Setbacks.Count));
    }

    [Fact]
    public void Is_not_called_to_a_failed_parent_by_the_echo_of_its_own_attempt()
    {
        Bench.Fault = action => action is CreateMdev ? Errno.EIO : null;
        Start(("a.yaml", Document("a", Mtty(1))));
        for (var echo = 0; echo < 3; echo++)
        {
            Bench.Hear(WatchTrigger.Host);
            Bench.For(0.25 * Second);
        }

        Assert.Equal(1, Bench.Status.Tally.Failures[Errno.EIO]);
    }

    [Fact]
    public void Tries_a_failed_parent_at_once_when_other_things_are_listed_or_somebody_asks()
    {
        Bench.Fault = action => action is CreateMdev ? Errno.EIO : null;
        Start(("a.yaml", Document("a", Mtty(1))));
        Bench.For(40 * Second);
        var before = Bench.Status.Tally.Failures[Errno.EIO];
        Bench.Write(("a.yaml", Document("a", Mtty(3))));
        Bench.For(Second);
        Assert.Equal(before + 1, Bench.Status.Tally.Failures[Errno.EIO]);
        Bench.Hear(WatchTrigger.Request);
        Bench.Turn();
        Assert.Equal(before + 2, Bench.Status.Tally.Failures[Errno.EIO]);
    }

    [Fact]
    public void Waits_for_another_run_and_tries_again()
    {
        Bench.Locking = () => throw new HostLockedException(null, Second);
        Start(("a.yaml", Document("a", Mtty(1))));
        Assert.Equal(WatchCondition.Locked, Bench.Status.Condition);
        Bench.Locking = () => { };
        Assert.Equal([WatchTrigger.Retry], Bench.For(Second));
        Assert.Equal((1, WatchCondition.InSync), (Bench.Devices, Bench.Status.Condition));
    }

    [Fact]
    public void Outlives_what_the_kernel_refuses_and_bugs_of_its_own()
    {
        Bench.Locking = () => throw new KernelException("open", "/sys", Errno.EACCES);
        Start(("a.yaml", Document("a", Mtty(1))));
        Assert.Equal((WatchCondition.Failed, 1), (Bench.Status.Condition, Bench.Status.Tally.Failures[Errno.EACCES]));
        Bench.Locking = () => throw new InvalidOperationException("a bug");
        Bench.For(Second);
        Assert.Contains("a bug", Bench.Status.Problems[0].Message, StringComparison.Ordinal);
        Bench.Locking = () => { };
        Bench.For(2 * Second);
        Assert.Equal(WatchCondition.InSync, Bench.Status.Condition);
    }

    [Fact]
    public void Keeps_other_parents_where_the_plan_of_one_is_refused()
    {
        Start(("a.yaml", Document("a", Mtty(1) + Nic(3)).Replace("dev-1,", "dev-1, protect: true,", StringComparison.Ordinal)));
        Bench.For(10 * Second);
        Bench.Write(("a.yaml", Document("a", Mtty() + Nic(3, 4))));
        Bench.For(10 * Second);
        Assert.Equal(3, Bench.Devices);
        Assert.Contains(Bench.Status.Drift, drift => drift.Device.Findings.Any(finding => finding.Code == PlanningCodes.Protected));
    }

    [Fact]
    public void Looks_again_every_half_minute_while_a_device_is_in_use()
    {
        Start(("a.yaml", Document("a", Mtty(1))));
        var snapshot = Bench.Host.Snapshot;
        Use(new(snapshot with { Observed = snapshot.Observed with { Holders = [new ProcessHolder(Scene.Id(1), 812, "qemu", "/dev/vfio/12")] } }));
        Start(("a.yaml", Document("a", Mtty())));
        Bench.For(10 * Second);
        Assert.Equal((1, WatchCondition.NotInSync), (Bench.Devices, Bench.Status.Condition));
        Assert.Equal([WatchTrigger.Retry, WatchTrigger.Retry], Bench.For(TimeSpan.FromMinutes(1)));
    }
}
