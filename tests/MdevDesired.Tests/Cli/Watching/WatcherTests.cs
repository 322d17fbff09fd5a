using MdevDesired.Linux.State;
using MdevDesired.Reporting.Watching;
using MdevDesired.Tests.Doubles;
using MdevDesired.Tests.Linux;
using Xunit;
using static MdevDesired.Tests.Cli.Watching.Documents;

namespace MdevDesired.Tests.Cli.Watching;

/// <summary>The service while all goes well: when it looks, what it makes and removes.</summary>
public sealed class WatcherTests : WatcherTest
{
    [Fact]
    public void Makes_what_is_listed_when_it_starts_and_then_rests()
    {
        Start(("a.yaml", Document("a", Mtty(1, 2))));
        Assert.Equal(2, Bench.Devices);
        Assert.Equal(WatchCondition.InSync, Bench.Status.Condition);
        Assert.Equal([], Bench.For(4 * TimeSpan.FromMinutes(1)));
        Assert.Equal([WatchTrigger.Timer], Bench.For(TimeSpan.FromMinutes(2)));
        Assert.Equal((2, 1, 2), (Bench.Status.Tally.Reconciles.Values.Sum(), Bench.Status.Tally.Applies, Bench.Status.Tally.Changes));
    }

    [Fact]
    public void Brings_back_within_a_second_what_was_removed_by_hand()
    {
        Start(("a.yaml", Document("a", Mtty(1, 2))));
        Bench.RemoveByHand(Scene.Mtty, 1);
        Bench.Hear(WatchTrigger.Host);
        Assert.Equal([WatchTrigger.Host], Bench.For(Second));
        Assert.Equal(2, Bench.Devices);
    }

    [Fact]
    public void Takes_files_that_change_together_for_one_reconcile()
    {
        Start(("a.yaml", Document("a", Mtty(1))), ("b.yaml", Document("b", Nic(2))));
        Bench.Write(("a.yaml", Document("a", Mtty(1, 3))), ("b.yaml", Document("b", Nic(2, 4))));
        Assert.Equal([WatchTrigger.Documents], Bench.For(10 * Second));
        Assert.Equal(4, Bench.Devices);
        Assert.Equal(1, Bench.Status.Tally.Reconciles[WatchTrigger.Documents]);
    }

    [Fact]
    public void Does_not_look_at_the_host_when_files_were_only_touched()
    {
        Start(("a.yaml", Document("a", Mtty(1))));
        Bench.Write(("a.yaml", Document("a", Mtty(1))), ("notes.txt", "x"));
        Assert.Equal([WatchTrigger.Documents], Bench.For(10 * Second));
        Assert.Equal(1, Bench.Audience.Times);
    }

    [Fact]
    public void Removes_only_when_the_documents_have_rested_and_lets_other_parents_go_on()
    {
        Start(("a.yaml", Document("a", Mtty(1, 2))));
        Bench.For(10 * Second);
        Bench.Write(("a.yaml", Document("a", Mtty(1) + Nic(3))));
        Assert.Equal([WatchTrigger.Documents], Bench.For(4.9 * Second));
        Assert.Equal([Scene.Id(1), Scene.Id(2), Scene.Id(3)], Bench.Host.Snapshot.Observed.SubDevices.Select(device => device.Id));
        Assert.Equal([WatchTrigger.Rest], Bench.For(0.2 * Second));
        Assert.Equal([Scene.Id(1), Scene.Id(3)], Bench.Host.Snapshot.Observed.SubDevices.Select(device => device.Id));
    }

    [Fact]
    public void Removes_nothing_when_the_file_comes_back_in_time()
    {
        Start(("a.yaml", Document("a", Mtty(1, 2))));
        Bench.For(10 * Second);
        Bench.Write(("a.yaml", Document("a", Mtty(1))));
        Bench.For(3 * Second);
        Bench.Write(("a.yaml", Document("a", Mtty(1, 2))));
        Bench.For(20 * Second);
        Assert.Equal((2, 1), (Bench.Devices, Bench.Status.Tally.Applies));
    }

    [Fact]
    public void Lets_the_documents_rest_when_it_starts_too()
    {
        Start(("a.yaml", Document("a", Mtty(1, 2))));
        Bench.Write(("a.yaml", Document("a", Mtty(1))));
        Bench.For(4.9 * Second);
        Assert.Equal(2, Bench.Devices);
    }

    [Fact]
    public void Changes_nothing_while_a_document_has_mistakes_and_goes_on_when_they_are_mended()
    {
        Start(("a.yaml", Document("a", Mtty(1))));
        Bench.Write(("a.yaml", "apiVersion: x\n"));
        Bench.For(Second);
        Bench.RemoveByHand(Scene.Mtty, 1);
        Bench.Hear(WatchTrigger.Host);
        Bench.For(TimeSpan.FromMinutes(10));
        Assert.Equal((0, WatchCondition.InvalidInput, 1), (Bench.Devices, Bench.Status.Condition, Bench.Status.Tally.InvalidInputs));
        Assert.Contains(Bench.Status.Problems, problem => problem.ToString().Contains("a.yaml:1:13: error MD", StringComparison.Ordinal));
        Assert.False(Bench.Status.IsInSync);

        Bench.Write(("a.yaml", Document("a", Mtty(1))));
        Bench.For(Second);
        Assert.Equal((1, WatchCondition.InSync), (Bench.Devices, Bench.Status.Condition));
    }

    [Fact]
    public void Does_not_wait_for_the_writer_of_a_pipe_among_the_documents()
    {
        Bench.Write(("one.yaml", Document("one", Mtty(1))));
        var pipe = Path.Combine(Bench.Folder, "two.yaml");
        Shell.Run("mkfifo", pipe);
        Bench.Turn();
        Assert.Equal(WatchCondition.InvalidInput, Bench.Status.Condition);

        File.Delete(pipe);
        Bench.Hear(WatchTrigger.Documents);
        Bench.Turn();
        Assert.Equal(WatchCondition.InSync, Bench.Status.Condition);
    }

    [Fact]
    public void Changes_nothing_when_it_only_observes_and_needs_no_lock()
    {
        Use(new(Scene.Host(), observeOnly: true));
        Bench.Locking = () => throw new HostLockedException(null, Second);
        Start(("a.yaml", Document("a", Mtty(1, 2))));
        Bench.For(TimeSpan.FromHours(1));
        Assert.Equal((0, WatchCondition.NotInSync, 2), (Bench.Devices, Bench.Status.Condition, Bench.Status.Drift.Count()));
        Assert.Equal(0, Bench.Status.Tally.Applies);
    }

    [Fact]
    public void Removes_nothing_when_the_folder_is_emptied()
    {
        Start(("a.yaml", Document("a", Mtty(1))));
        File.Delete(Path.Combine(Bench.Folder, "a.yaml"));
        Bench.Hear(WatchTrigger.Documents);
        Bench.For(TimeSpan.FromMinutes(1));
        Assert.Equal((1, WatchCondition.InvalidInput), (Bench.Devices, Bench.Status.Condition));
    }

    [Fact]
    public void Removes_what_a_removed_file_listed_when_it_is_told_to()
    {
        Use(new(Scene.Host(), new() { PruneRemoved = true }));
        Start(("a.yaml", Document("a", Mtty(1))), ("b.yaml", Document("b", Nic(2))));
        File.Delete(Path.Combine(Bench.Folder, "b.yaml"));
        Bench.Hear(WatchTrigger.Documents);
        Bench.For(10 * Second);
        Assert.Equal([Scene.Id(1)], Bench.Host.Snapshot.Observed.SubDevices.Select(device => device.Id));
    }

    [Fact]
    public void Begins_no_device_when_it_is_told_to_stop()
    {
        Bench.Write(("a.yaml", Document("a", Mtty(1))));
        Bench.Turn(new(canceled: true));
        Assert.Equal(0, Bench.Devices);
    }

    // Whoever reads the status file shall not take an old success for the present.
    [Fact]
    public void Is_not_in_sync_any_more_when_it_has_stopped()
    {
        Start(("a.yaml", Document("a", Mtty(1))));
        Assert.True(Bench.Status.IsInSync);
        Bench.Stop();
        Assert.Equal(WatchCondition.Stopped, Bench.Status.Condition);
        Assert.False(Bench.Status.IsInSync);
    }

    [Fact]
    public void Remembers_no_more_after_a_thousand_turns_than_after_ten()
    {
        Start(("a.yaml", Document("a", Mtty(1, 2) + Nic(3))));
        Turns(10);
        var tally = Bench.Status.Tally;
        Turns(1000);
        Assert.Equal(tally.Reconciles.Count, Bench.Status.Tally.Reconciles.Count);
        Assert.Equal(tally.Failures.Count, Bench.Status.Tally.Failures.Count);
        Assert.Equal((3, 0), (Bench.Host.Snapshot.Ledger.Entries.Count, Bench.Status.Setbacks.Count));
    }

    private void Turns(int count)
    {
        for (var turn = 0; turn < count; turn++)
        {
            Bench.RemoveByHand(Scene.Mtty, 1);
            Bench.Hear(WatchTrigger.Host);
            Bench.Turn();
        }
    }
}
