using MdevDesired.Applying;
using MdevDesired.Linux.State;
using MdevDesired.Model;
using MdevDesired.Planning;
using MdevDesired.Planning.Mdevs;
using MdevDesired.Reporting.Watching;
using MdevDesired.Tests.Doubles;
using MdevDesired.Tests.Linux;
using Xunit;
using static MdevDesired.Tests.Cli.Watching.Documents;

namespace MdevDesired.Tests.Cli.Watching;

public sealed class WatcherTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private WatchBench _bench = new(Scene.Host());

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Makes_what_is_listed_when_it_starts_and_then_rests()
    {
        Start(("a.yaml", Document("a", Mtty(1, 2))));
        Assert.Equal(2, _bench.Devices);
        Assert.Equal(WatchCondition.InSync, _bench.Status.Condition);
        Assert.Equal([], _bench.For(4 * TimeSpan.FromMinutes(1)));
        Assert.Equal([WatchTrigger.Timer], _bench.For(TimeSpan.FromMinutes(2)));
        Assert.Equal((2, 1, 2), (_bench.Status.Tally.Reconciles.Values.Sum(), _bench.Status.Tally.Applies, _bench.Status.Tally.Changes));
    }

    [Fact]
    public void Brings_back_within_a_second_what_was_removed_by_hand()
    {
        Start(("a.yaml", Document("a", Mtty(1, 2))));
        _bench.RemoveByHand(Scene.Mtty, 1);
        _bench.Hear(WatchTrigger.Host);
        Assert.Equal([WatchTrigger.Host], _bench.For(Second));
        Assert.Equal(2, _bench.Devices);
    }

    [Fact]
    public void Takes_files_that_change_together_for_one_reconcile()
    {
        Start(("a.yaml", Document("a", Mtty(1))), ("b.yaml", Document("b", Nic(2))));
        _bench.Write(("a.yaml", Document("a", Mtty(1, 3))), ("b.yaml", Document("b", Nic(2, 4))));
        Assert.Equal([WatchTrigger.Documents], _bench.For(10 * Second));
        Assert.Equal(4, _bench.Devices);
        Assert.Equal(1, _bench.Status.Tally.Reconciles[WatchTrigger.Documents]);
    }

    [Fact]
    public void Does_not_look_at_the_host_when_files_were_only_touched()
    {
        Start(("a.yaml", Document("a", Mtty(1))));
        _bench.Write(("a.yaml", Document("a", Mtty(1))), ("notes.txt", "x"));
        Assert.Equal([WatchTrigger.Documents], _bench.For(10 * Second));
        Assert.Equal(1, _bench.Audience.Times);
    }

    [Fact]
    public void Removes_only_when_the_documents_have_rested_and_lets_other_parents_go_on()
    {
        Start(("a.yaml", Document("a", Mtty(1, 2))));
        _bench.For(10 * Second);
        _bench.Write(("a.yaml", Document("a", Mtty(1) + Nic(3))));
        Assert.Equal([WatchTrigger.Documents], _bench.For(4.9 * Second));
        Assert.Equal([Scene.Id(1), Scene.Id(2), Scene.Id(3)], _bench.Host.Snapshot.Observed.SubDevices.Select(device => device.Id));
        Assert.Equal([WatchTrigger.Rest], _bench.For(0.2 * Second));
        Assert.Equal([Scene.Id(1), Scene.Id(3)], _bench.Host.Snapshot.Observed.SubDevices.Select(device => device.Id));
    }

    [Fact]
    public void Removes_nothing_when_the_file_comes_back_in_time()
    {
        Start(("a.yaml", Document("a", Mtty(1, 2))));
        _bench.For(10 * Second);
        _bench.Write(("a.yaml", Document("a", Mtty(1))));
        _bench.For(3 * Second);
        _bench.Write(("a.yaml", Document("a", Mtty(1, 2))));
        _bench.For(20 * Second);
        Assert.Equal((2, 1), (_bench.Devices, _bench.Status.Tally.Applies));
    }

    [Fact]
    public void Lets_the_documents_rest_when_it_starts_too()
    {
        Start(("a.yaml", Document("a", Mtty(1, 2))));
        _bench.Write(("a.yaml", Document("a", Mtty(1))));
        _bench.For(4.9 * Second);
        Assert.Equal(2, _bench.Devices);
    }

    [Fact]
    public void Changes_nothing_while_a_document_has_mistakes_and_goes_on_when_they_are_mended()
    {
        Start(("a.yaml", Document("a", Mtty(1))));
        _bench.Write(("a.yaml", "apiVersion: x\n"));
        _bench.For(Second);
        _bench.RemoveByHand(Scene.Mtty, 1);
        _bench.Hear(WatchTrigger.Host);
        _bench.For(TimeSpan.FromMinutes(10));
        Assert.Equal((0, WatchCondition.InvalidInput, 1), (_bench.Devices, _bench.Status.Condition, _bench.Status.Tally.InvalidInputs));
        Assert.Contains(_bench.Status.Problems, problem => problem.ToString().Contains("a.yaml:1:13: error MD", StringComparison.Ordinal));
        Assert.False(_bench.Status.IsInSync);

        _bench.Write(("a.yaml", Document("a", Mtty(1))));
        _bench.For(Second);
        Assert.Equal((1, WatchCondition.InSync), (_bench.Devices, _bench.Status.Condition));
    }

    [Fact]
    public void Does_not_wait_for_the_writer_of_a_pipe_among_the_documents()
    {
        _bench.Write(("one.yaml", Documents.Document("one", Documents.Mtty(1))));
        var pipe = Path.Combine(_bench.Folder, "two.yaml");
        Shell.Run("mkfifo", pipe);
        _bench.Turn();
        Assert.Equal(WatchCondition.InvalidInput, _bench.Status.Condition);

        File.Delete(pipe);
        _bench.Hear(WatchTrigger.Documents);
        _bench.Turn();
        Assert.Equal(WatchCondition.InSync, _bench.Status.Condition);
    }

    [Fact]
    public void Tries_a_parent_that_fails_ever_more_seldom_and_keeps_the_others()
    {
        _bench.Fault = action => action is CreateMdev && action.Parent == Scene.Mtty ? Errno.EIO : null;
        Start(("a.yaml", Document("a", Mtty(1) + Nic(2))));
        Assert.Equal([Scene.Id(2)], _bench.Host.Snapshot.Observed.SubDevices.Select(device => device.Id));
        Assert.Equal((Scene.Mtty, 1), (_bench.Status.Setbacks[0].Parent, _bench.Status.Setbacks[0].Failures));
        // 1 s, 2 s, 4 s, … 128 s: eight more within 256 s.
        _bench.For(256 * Second);
        Assert.Equal(9, _bench.Status.Tally.Failures[Errno.EIO]);

        _bench.RemoveByHand(Scene.Nic, 2);
        _bench.Hear(WatchTrigger.Host);
        _bench.For(Second);
        Assert.Equal((1, 9), (_bench.Devices, _bench.Status.Tally.Failures[Errno.EIO]));
    }

    [Fact]
    public void Forgets_a_failure_when_it_goes_well_again()
    {
        _bench.Fault = action => action is CreateMdev ? Errno.EIO : null;
        Start(("a.yaml", Document("a", Mtty(1))));
        _bench.Fault = _ => null;
        _bench.For(2 * Second);
        Assert.Equal((1, 0), (_bench.Devices, _bench.Status.Setbacks.Count));
    }

    [Fact]
    public void Is_not_called_to_a_failed_parent_by_the_echo_of_its_own_attempt()
    {
        _bench.Fault = action => action is CreateMdev ? Errno.EIO : null;
        Start(("a.yaml", Document("a", Mtty(1))));
        for (var echo = 0; echo < 3; echo++)
        {
            _bench.Hear(WatchTrigger.Host);
            _bench.For(0.25 * Second);
        }

        Assert.Equal(1, _bench.Status.Tally.Failures[Errno.EIO]);
    }

    [Fact]
    public void Tries_a_failed_parent_at_once_when_other_things_are_listed_or_somebody_asks()
    {
        _bench.Fault = action => action is CreateMdev ? Errno.EIO : null;
        Start(("a.yaml", Document("a", Mtty(1))));
        _bench.For(40 * Second);
        var before = _bench.Status.Tally.Failures[Errno.EIO];
        _bench.Write(("a.yaml", Document("a", Mtty(3))));
        _bench.For(Second);
        Assert.Equal(before + 1, _bench.Status.Tally.Failures[Errno.EIO]);
        _bench.Hear(WatchTrigger.Request);
        _bench.Turn();
        Assert.Equal(before + 2, _bench.Status.Tally.Failures[Errno.EIO]);
    }

    [Fact]
    public void Waits_for_another_run_and_tries_again()
    {
        _bench.Locking = () => throw new HostLockedException(null, Second);
        Start(("a.yaml", Document("a", Mtty(1))));
        Assert.Equal(WatchCondition.Locked, _bench.Status.Condition);
        _bench.Locking = () => { };
        Assert.Equal([WatchTrigger.Retry], _bench.For(Second));
        Assert.Equal((1, WatchCondition.InSync), (_bench.Devices, _bench.Status.Condition));
    }

    [Fact]
    public void Outlives_what_the_kernel_refuses_and_bugs_of_its_own()
    {
        _bench.Locking = () => throw new KernelException("open", "/sys", Errno.EACCES);
        Start(("a.yaml", Document("a", Mtty(1))));
        Assert.Equal((WatchCondition.Failed, 1), (_bench.Status.Condition, _bench.Status.Tally.Failures[Errno.EACCES]));
        _bench.Locking = () => throw new InvalidOperationException("a bug");
        _bench.For(Second);
        Assert.Contains("a bug", _bench.Status.Problems[0].Message, StringComparison.Ordinal);
        _bench.Locking = () => { };
        _bench.For(2 * Second);
        Assert.Equal(WatchCondition.InSync, _bench.Status.Condition);
    }

    [Fact]
    public void Changes_nothing_when_it_only_observes_and_needs_no_lock()
    {
        Use(new(Scene.Host(), observeOnly: true));
        _bench.Locking = () => throw new HostLockedException(null, Second);
        Start(("a.yaml", Document("a", Mtty(1, 2))));
        _bench.For(TimeSpan.FromHours(1));
        Assert.Equal((0, WatchCondition.NotInSync, 2), (_bench.Devices, _bench.Status.Condition, _bench.Status.Drift.Count()));
        Assert.Equal(0, _bench.Status.Tally.Applies);
    }

    [Fact]
    public void Keeps_other_parents_where_the_plan_of_one_is_refused()
    {
        Start(("a.yaml", Document("a", Mtty(1) + Nic(3)).Replace("dev-1,", "dev-1, protect: true,", StringComparison.Ordinal)));
        _bench.For(10 * Second);
        _bench.Write(("a.yaml", Document("a", Mtty() + Nic(3, 4))));
        _bench.For(10 * Second);
        Assert.Equal(3, _bench.Devices);
        Assert.Contains(_bench.Status.Drift, drift => drift.Device.Findings.Any(finding => finding.Code == PlanningCodes.Protected));
    }

    [Fact]
    public void Removes_nothing_when_the_folder_is_emptied()
    {
        Start(("a.yaml", Document("a", Mtty(1))));
        File.Delete(Path.Combine(_bench.Folder, "a.yaml"));
        _bench.Hear(WatchTrigger.Documents);
        _bench.For(TimeSpan.FromMinutes(1));
        Assert.Equal((1, WatchCondition.InvalidInput), (_bench.Devices, _bench.Status.Condition));
    }

    [Fact]
    public void Removes_what_a_removed_file_listed_when_it_is_told_to()
    {
        Use(new(Scene.Host(), new() { PruneRemoved = true }));
        Start(("a.yaml", Document("a", Mtty(1))), ("b.yaml", Document("b", Nic(2))));
        File.Delete(Path.Combine(_bench.Folder, "b.yaml"));
        _bench.Hear(WatchTrigger.Documents);
        _bench.For(10 * Second);
        Assert.Equal([Scene.Id(1)], _bench.Host.Snapshot.Observed.SubDevices.Select(device => device.Id));
    }

    [Fact]
    public void Begins_no_device_when_it_is_told_to_stop()
    {
        _bench.Write(("a.yaml", Document("a", Mtty(1))));
        _bench.Turn(new(canceled: true));
        Assert.Equal(0, _bench.Devices);
    }

    [Fact]
    public void Looks_again_every_half_minute_while_a_device_is_in_use()
    {
        Start(("a.yaml", Document("a", Mtty(1))));
        var snapshot = _bench.Host.Snapshot;
        _bench.Dispose();
        _bench = new(snapshot with { Observed = snapshot.Observed with { Holders = [new ProcessHolder(Scene.Id(1), 812, "qemu", "/dev/vfio/12")] } });
        Start(("a.yaml", Document("a", Mtty())));
        _bench.For(10 * Second);
        Assert.Equal((1, WatchCondition.NotInSync), (_bench.Devices, _bench.Status.Condition));
        Assert.Equal([WatchTrigger.Retry, WatchTrigger.Retry], _bench.For(TimeSpan.FromMinutes(1)));
    }

    // Whoever reads the status file shall not take an old success for the present.
    [Fact]
    public void Is_not_in_sync_any_more_when_it_has_stopped()
    {
        _bench.Write(("one.yaml", Documents.Document("one", Documents.Mtty(1))));
        _bench.Turn();
        Assert.True(_bench.Status.IsInSync);
        _bench.Stop();
        Assert.Equal(WatchCondition.Stopped, _bench.Status.Condition);
        Assert.False(_bench.Status.IsInSync);
    }

    [Fact]
    public void Remembers_no_more_after_a_thousand_turns_than_after_ten()
    {
        Start(("a.yaml", Document("a", Mtty(1, 2) + Nic(3))));
        Turns(10);
        var tally = _bench.Status.Tally;
        Turns(1000);
        Assert.Equal(tally.Reconciles.Count, _bench.Status.Tally.Reconciles.Count);
        Assert.Equal(tally.Failures.Count, _bench.Status.Tally.Failures.Count);
        Assert.Equal((3, 0), (_bench.Host.Snapshot.Ledger.Entries.Count, _bench.Status.Setbacks.Count));
    }

    private void Turns(int count)
    {
        for (var turn = 0; turn < count; turn++)
        {
            _bench.RemoveByHand(Scene.Mtty, 1);
            _bench.Hear(WatchTrigger.Host);
            _bench.Turn();
        }
    }

    private void Start(params (string Name, string Text)[] documents)
    {
        _bench.Write(documents);
        Assert.Equal(WatchTrigger.Start, _bench.Turn());
    }

    private void Use(WatchBench bench)
    {
        _bench.Dispose();
        _bench = bench;
    }
}
