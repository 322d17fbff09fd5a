using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Planning.Mdevs;
using MdevDesired.Tests.Doubles;
using Xunit;
using static MdevDesired.Tests.Doubles.Scene;

namespace MdevDesired.Tests.Applying;

/// <summary>What is ours, what is others' and how the ledger knows.</summary>
public class OwnershipTests
{
    [Fact]
    public void Never_touches_a_device_made_by_hand()
    {
        var bench = new Bench(Host(mdevs: Existing(1, Mtty, "mtty-2", "mtty")));
        var report = bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-1"), Mdev(2, "mtty-1"))));
        Assert.Equal(["1 mtty mtty-2 mtty", "2 mtty mtty-1 mtty"], bench.Devices());
        Assert.False(report.IsConverged);
        Assert.True(report.Remaining!.IsBlocked);
    }

    [Fact]
    public void Takes_a_device_remade_by_hand_for_foreign()
    {
        var bench = new Bench(Host());
        bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-1"))));
        RemoveByHand(bench, 1);
        CreateByHand(bench, 1);
        Assert.Empty(bench.Apply(Desired(Parent(Mtty))).Outcomes);
        Assert.Equal(["1 mtty mtty-1 mtty"], bench.Devices());
    }

    [Fact]
    public void Adopts_a_foreign_device_that_is_as_listed_and_prunes_it_later()
    {
        var bench = new Bench(Host(mdevs: Existing(1, Mtty, "mtty-1", "mtty")));
        Assert.Equal(["adopt Done"], Steps(bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-1"))))));
        bench.Apply(Desired(Parent(Mtty)));
        Assert.Empty(bench.Devices());
    }

    [Fact]
    public void Leaves_a_device_that_a_process_holds_until_it_lets_go()
    {
        var bench = new Bench(Host());
        bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-1"), Mdev(2, "mtty-1"))));
        var held = bench.Host.Snapshot;
        var holder = new ProcessHolder(Id(1), 812, "qemu", "/dev/vfio/12");
        bench = new Bench(held with { Observed = held.Observed with { Holders = [holder] } });

        var report = bench.Apply(Desired(Parent(Mtty)));
        Assert.Equal(["1 mtty mtty-1 mtty"], bench.Devices());
        Assert.False(report.IsConverged);
        Assert.True(report.Remaining!.IsBlocked);

        bench = new Bench(bench.Host.Snapshot with { Observed = bench.Observed with { Holders = [] } });
        Assert.True(bench.Apply(Desired(Parent(Mtty))).IsConverged);
        Assert.Empty(bench.Devices());
    }

    [Fact]
    public void Leaves_a_device_that_the_host_uses_unless_disruption_is_allowed()
    {
        var used = new Bench(Host(mdevs: Existing(1, Mtty, "mtty-1", "mtty")));
        used.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-1"))));
        var snapshot = used.Host.Snapshot with { Observed = used.Observed with { Holders = [NetdevHolder.Up(Id(1), "eth4")] } };
        var bench = new Bench(snapshot);
        Assert.False(bench.Apply(Desired(Parent(Mtty))).IsConverged);
        Assert.Single(bench.Devices());

        bench = new Bench(snapshot) { Options = new() { AllowDisruption = true } };
        Assert.True(bench.Apply(Desired(Parent(Mtty))).IsConverged);
        Assert.Empty(bench.Devices());
    }

    [Fact]
    public void Remembers_that_a_device_is_protected_when_it_has_left_the_document()
    {
        var bench = new Bench(Host());
        bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-1"))));
        bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-1") with { Protect = true })));
        Assert.True(bench.Plan(Desired(Parent(Mtty, Mdev(1, "mtty-1") with { Protect = true }))).IsEmpty);
        Assert.True(bench.Plan(Desired(Parent(Mtty))).IsRefused);
        Assert.Empty(bench.Apply(Desired(Parent(Mtty))).Outcomes);
        Assert.Single(bench.Devices());

        bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-1"))));
        Assert.True(bench.Apply(Desired(Parent(Mtty))).IsConverged);
        Assert.Empty(bench.Devices());
    }

    [Fact]
    public void Forgets_an_intent_whose_device_was_never_made()
    {
        var bench = new Bench(Host());
        bench.Host.Save(new([new() { Id = Id(1), Parent = Mtty, Document = "rack7", Name = "dev-1" }]));
        bench.Apply(Desired(Parent(Mtty)));
        CreateByHand(bench, 1);
        Assert.Empty(bench.Apply(Desired(Parent(Mtty))).Outcomes);
        Assert.Equal(["1 mtty mtty-1 mtty"], bench.Devices());
    }

    [Fact]
    public void Learns_which_device_was_made_by_a_run_that_was_killed()
    {
        var bench = new Bench(Host(mdevs: Existing(1, Mtty, "mtty-1", "mtty")));
        bench.Host.Save(new([new() { Id = Id(1), Parent = Mtty, Document = "rack7", Name = "dev-1" }]));
        Assert.Empty(bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-1")))).Outcomes);
        Assert.Equal((1001ul, new DriverName("mtty")), (bench.Ledger.Entries[0].Instance, bench.Ledger.Entries[0].Driver));
    }

    [Fact]
    public void Touches_no_device_that_was_made_again_between_the_plan_and_its_turn()
    {
        var bench = new Bench(Host());
        bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-1"), Mdev(2, "mtty-1"))));
        var pending = new List<int> { 2 };
        bench.Fault = _ =>
        {
            if (pending.Remove(2))
            {
                RemoveByHand(bench, 2);
                CreateByHand(bench, 2);
            }

            return null;
        };
        var report = bench.Apply(Desired(Parent(Mtty)));
        Assert.Equal([DeviceStatus.Applied, DeviceStatus.Failed], report.Outcomes.Select(outcome => outcome.Status));
        Assert.Equal(["2 mtty mtty-1 mtty"], bench.Devices());
    }

    [Fact]
    public void Takes_over_what_others_made_and_brings_it_in_line_when_asked()
    {
        var bench = new Bench(Host(mdevs: [Existing(1, Mtty, "mtty-2", "mtty"), Existing(2, Nic, "mlx5_core-local", "mlx5_core")]))
        {
            Options = new() { Adopt = true },
        };
        var desired = Desired(Parent(Mtty, Mdev(1, "mtty-1")), Parent(Nic, Mdev(2, "mlx5_core-local", null, "max_rq=8")));
        Assert.True(bench.Apply(desired).IsConverged);
        Assert.Equal(["1 mtty mtty-1 mtty", "2 pci/0000:05:00.0 mlx5_core-local mlx5_core"], bench.Devices());
        Assert.Equal([Id(1), Id(2)], bench.Ledger.Entries.Select(entry => entry.Id));
    }

    [Fact]
    public void Removes_the_devices_of_a_document_that_is_gone_only_when_asked()
    {
        var bench = new Bench(Host());
        bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-1"))));
        var other = Desired(Parent(Mtty)) with { Documents = ["rack8"] };
        Assert.Empty(bench.Apply(other).Outcomes);
        var asking = new Bench(bench.Host.Snapshot) { Options = new() { PruneRemoved = true } };
        Assert.True(asking.Apply(other).IsConverged);
        Assert.Empty(asking.Devices());
    }

    [Fact]
    public void Creates_nothing_without_its_intent_in_the_ledger()
    {
        var bench = new Bench(Host()) { Store = new FullDisk() };
        var report = bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-1"))));
        Assert.Empty(bench.Devices());
        Assert.Contains("ENOSPC", Assert.Single(report.Problems).Message, StringComparison.Ordinal);
        Assert.False(report.IsConverged);
    }

    private static void RemoveByHand(Bench bench, int number) =>
        bench.Host.Perform(new RemoveMdev { Parent = Mtty, Id = Id(number), Uuid = Uuid(number), Reason = "by hand" });

    private static void CreateByHand(Bench bench, int number) =>
        bench.Host.Perform(new CreateMdev { Parent = Mtty, Id = Id(number), Uuid = Uuid(number), Type = new("mtty-1"), Reason = "by hand" });

    private sealed class FullDisk : ILedgerStore
    {
        public LedgerReading Load() => new(Ledger.Empty);

        public void Save(Ledger ledger) => throw new KernelException("write", "/run/mdev-desired/ledger.json", Errno.ENOSPC);
    }

    private static IEnumerable<string> Steps(ApplyReport report) =>
        Assert.Single(report.Outcomes).Actions.Select(outcome => $"{outcome.Action.Kind} {outcome.Status}");
}
