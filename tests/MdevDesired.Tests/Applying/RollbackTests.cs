using MdevDesired.Applying;
using MdevDesired.Applying.Undoing;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Mdevs;
using MdevDesired.Planning;
using MdevDesired.Planning.Devlink;
using MdevDesired.Planning.Mdevs;
using MdevDesired.Planning.Subfunctions;
using MdevDesired.Tests.Doubles;
using Xunit;
using static MdevDesired.Tests.Doubles.Scene;

namespace MdevDesired.Tests.Applying;

/// <summary>What a run that is undone leaves, and what it says of it.</summary>
public class RollbackTests
{
    [Fact]
    public void Undoes_what_others_of_the_run_did_when_one_device_fails()
    {
        var bench = new Bench(Host()) { Rollback = true };
        bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-1"), Mdev(2, "mtty-1"))));
        var before = bench.Devices();
        bench.Fault = action => action is CreateMdev && action.Id == Id(4) ? Errno.EIO : null;
        var report = bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-2"), Mdev(3, "mtty-1"), Mdev(4, "mtty-1"), Mdev(5, "mtty-1"))));
        Assert.Equal(before, bench.Devices());
        Assert.Equal([(Id(1), "dev-1"), (Id(2), "dev-2")], bench.Ledger.Entries.Select(entry => ((MdevId)entry.Id, entry.Name)));
        Assert.True(report.IsRolledBack);
        Assert.Equal(
            ["1 RolledBack", "2 RolledBack", "3 RolledBack", "4 Failed", "5 RolledBack"],
            report.Outcomes.Select(outcome => $"{outcome.Change.Id.ToString()![7]} {outcome.Status}").Order());
        Assert.All(report.Outcomes, outcome => Assert.True(outcome.IsUndone));
    }

    [Fact]
    public void Begins_nothing_more_once_a_device_has_failed()
    {
        var bench = new Bench(Host()) { Rollback = true, Fault = action => action.Id == Id(1) ? Errno.EIO : null };
        var report = bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-1"), Mdev(2, "mtty-1"))));
        Assert.Equal("not begun, because the run is rolled back", report.Outcomes[1].Failure);
        Assert.Equal([ActionStatus.Skipped], report.Outcomes[1].Actions.Select(action => action.Status));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void An_interrupted_run_is_undone_too(int after)
    {
        using var interrupt = new CancellationTokenSource();
        var bench = new Bench(Host()) { Rollback = true };
        var seen = 0;
        bench.Fault = _ =>
        {
            if (++seen == after)
            {
                interrupt.Cancel();
            }

            return null;
        };
        var report = bench.Apply(Desired(Parent(Nic, Mdev(1, "mlx5_core-local", "mlx5_core", "max_rq=8"), Mdev(2, "mlx5_core-local", null, "max_rq=8"))), interrupt.Token);
        Assert.True(report.IsInterrupted);
        Assert.Empty(bench.Devices());
        Assert.Empty(bench.Ledger.Entries);
    }

    [Fact]
    public void A_run_that_was_done_when_it_was_interrupted_stays_done()
    {
        using var interrupt = new CancellationTokenSource();
        var bench = new Bench(Host()) { Rollback = true };
        bench.Fault = _ =>
        {
            interrupt.Cancel();
            return null;
        };
        var report = bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-1"))), interrupt.Token);
        Assert.True(report.IsConverged);
        Assert.False(report.IsRolledBack);
    }

    [Fact]
    public void Says_with_the_kernels_error_what_could_not_be_undone_and_still_owns_it()
    {
        var bench = new Bench(Host()) { Rollback = true };
        bench.Fault = action => action is RemoveMdev ? Errno.EBUSY : action.Id == Id(2) ? Errno.EIO : null;
        var report = bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-1"), Mdev(2, "mtty-1"))));
        Assert.Equal(DeviceStatus.Failed, report.Outcomes[0].Status);
        Assert.StartsWith("it could not be rolled back: remove-mdev was refused: ", report.Outcomes[0].Failure, StringComparison.Ordinal);
        Assert.EndsWith("EBUSY", report.Outcomes[0].Failure, StringComparison.Ordinal);
        Assert.Equal([Id(1)], bench.Ledger.Entries.Select(entry => entry.Id));
        Assert.Equal(["1 mtty mtty-1 mtty"], bench.Devices());
    }

    [Fact]
    public void Gives_back_what_an_attribute_held_that_cannot_be_read()
    {
        var bench = new Bench(Host()) { Rollback = true };
        bench.Apply(Desired(Parent(Nic, Mdev(1, "mlx5_core-local", null, "secret=1", "num_ports=1"))));
        var report = bench.Apply(Desired(Parent(Nic, Mdev(1, "mlx5_core-local", null, "secret=2", "num_ports=9"))));
        Assert.Contains("write-attribute secret 1 Done", Assert.Single(report.Outcomes).Actions.Select(Words));
        Assert.Equal([new AttributeValue(new("secret"), "1"), new(new("num_ports"), "1")], bench.Ledger.Entries[0].Written);
    }

    [Fact]
    public void Says_what_it_does_not_know()
    {
        var bench = new Bench(Host()) { Rollback = true };
        bench.Apply(Desired(Parent(Nic, Mdev(1, "mlx5_core-local"))));
        var report = bench.Apply(Desired(Parent(Nic, Mdev(1, "mlx5_core-local", null, "secret=2", "num_ports=9"))));
        Assert.Equal(
            "it could not be brought back to what it was before: what secret held before is not known, because it cannot be read",
            Assert.Single(report.Outcomes).CleanUp);
    }

    [Fact]
    public void Leaves_a_device_of_others_that_prune_removed_as_theirs()
    {
        var bench = new Bench(Host(mdevs: Existing(1, Mtty, "mtty-2", "mtty"))) { Rollback = true };
        bench.Fault = action => action.Id == Id(2) ? Errno.EIO : null;
        var report = bench.Apply(Desired(Parent(Mtty, Mdev(2, "mtty-1")) with { Prune = PruneMode.All }));
        Assert.Equal(["1 mtty mtty-2 mtty"], bench.Devices());
        Assert.Empty(bench.Ledger.Entries);
        Assert.Equal([DeviceStatus.RolledBack, DeviceStatus.Failed], report.Outcomes.Select(outcome => outcome.Status));
    }

    [Fact]
    public void Gives_a_name_back_that_another_interface_of_the_same_device_got_meanwhile()
    {
        var bench = new Bench(Switch()) { Rollback = true };
        Assert.True(bench.Apply(Switched(Subfunction(3, "enable_rdma=false") with { Ports = [new(new(null, 0), null, "sf3")] })).IsConverged);
        var before = Assert.Single(bench.Observed.SubDevices);
        var names = 0;
        bench.Fault = action => action is RenameNetdev { Port: not null } && names++ == 0 ? Errno.EIO : null;
        var report = bench.Apply(Switched(Subfunction(3, "enable_rdma=true") with { Representor = "rep3", Ports = [new(new(null, 0), null, "sf3")] }));
        Assert.True(report.IsRolledBack);
        Assert.Empty(Likeness.Differences(before, Assert.Single(bench.Observed.SubDevices)));
    }

    [Fact]
    public void Deletes_no_subfunction_that_others_made_meanwhile()
    {
        var bench = new Bench(Switch(DevlinkEswitchMode.Legacy)) { Rollback = true };
        bench.Fault = action =>
        {
            if (action.Id != Sf(88))
            {
                return null;
            }

            bench.Host.Perform(new AddSubfunction { Parent = Nic, Id = Sf(89), Subfunction = Sf(89), Reason = "by hand" });
            return Errno.EIO;
        };
        var report = bench.Apply(Switched(Subfunction(88)));
        Assert.Equal("it could not be rolled back: legacy mode would delete its subfunctions: pf0sf89", report.Outcomes[0].Failure);
        Assert.Equal(["pf0sf89 Inactive -"], bench.Devices());
    }

    [Fact]
    public void Leaves_alone_what_the_kernel_has_not_answered()
    {
        var bench = new Bench(Host(mdevs: Existing(9, Mtty, "mtty-1", "mtty"))) { Rollback = true };
        bench.Fault = action => action.Id == Id(2) ? throw new PendingException("create-mdev", "2", TimeSpan.FromSeconds(30), new(812, 1)) : null;
        var report = bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-1"), Mdev(2, "mtty-1"))));
        Assert.Equal([DeviceStatus.RolledBack, DeviceStatus.Pending], report.Outcomes.Select(outcome => outcome.Status));
        Assert.Equal(["9 mtty mtty-1 mtty"], bench.Devices());
    }

    private static string Words(ActionOutcome outcome) => outcome.Action is WriteAttribute write
        ? $"write-attribute {write.Attribute} {write.Value} {outcome.Status}"
        : $"{outcome.Action.Kind} {outcome.Status}";
}
