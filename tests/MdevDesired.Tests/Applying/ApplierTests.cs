using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Planning;
using MdevDesired.Planning.Mdevs;
using MdevDesired.Tests.Doubles;
using Xunit;
using static MdevDesired.Tests.Doubles.Scene;

namespace MdevDesired.Tests.Applying;

public class ApplierTests
{
    [Fact]
    public void Creates_what_is_listed_and_has_nothing_to_do_the_second_time()
    {
        var bench = new Bench(Host());
        var desired = Desired(Parent(Mtty, Mdev(1, "mtty-1"), Mdev(2, "mtty-2")), Parent(Nic, Mdev(3, "mlx5_core-local", null, "max_rq=8")));

        Assert.True(bench.Apply(desired).IsConverged);
        Assert.Equal(["1 mtty mtty-1 mtty", "2 mtty mtty-2 mtty", "3 pci/0000:05:00.0 mlx5_core-local mlx5_core"], bench.Devices());

        var second = bench.Apply(desired);
        Assert.Empty(second.Outcomes);
        Assert.True(second.IsConverged);
        Assert.Equal(3, second.Plan.InSync);
    }

    [Fact]
    public void Removes_exactly_what_left_the_document()
    {
        var bench = new Bench(Host(mdevs: Existing(9, Mtty, "mtty-1", "mtty")));
        bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-1"), Mdev(2, "mtty-1"))));
        bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-1"))));
        Assert.Equal(["1 mtty mtty-1 mtty", "9 mtty mtty-1 mtty"], bench.Devices());
        Assert.Equal([Id(1)], bench.Ledger.Entries.Select(entry => entry.Id));
    }

    [Fact]
    public void Replaces_a_device_of_another_type_and_nothing_else()
    {
        var bench = new Bench(Host());
        bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-1"), Mdev(2, "mtty-1"))));
        var untouched = bench.Observed.SubDevices[1];
        bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-2"), Mdev(2, "mtty-1"))));
        Assert.Equal(["1 mtty mtty-2 mtty", "2 mtty mtty-1 mtty"], bench.Devices());
        Assert.Equal(untouched, bench.Observed.SubDevices[1]);
    }

    [Fact]
    public void Moves_an_owned_device_to_another_parent()
    {
        var bench = new Bench(Host());
        bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-1"))));
        Assert.True(bench.Apply(Desired(Parent(Mtty), Parent(Nic, Mdev(1, "mlx5_core-local")))).IsConverged);
        Assert.Equal(["1 pci/0000:05:00.0 mlx5_core-local mlx5_core"], bench.Devices());
    }

    [Fact]
    public void Writes_one_attribute_of_a_live_device_and_leaves_the_rest()
    {
        var bench = new Bench(Host());
        bench.Apply(Desired(Parent(Nic, Mdev(1, "mlx5_core-local", null, "max_rq=8"))));
        var report = bench.Apply(Desired(Parent(Nic, Mdev(1, "mlx5_core-local", null, "max_rq=4"))));
        Assert.True(report.IsConverged);
        Assert.Equal(["write-attribute Done"], Steps(report));
    }

    [Fact]
    public void Unbinds_writes_and_binds_again_where_a_bound_device_refuses_the_write()
    {
        var bench = new Bench(Host(bindsAfterCreation: true, writableWhileBound: false));
        bench.Apply(Desired(Parent(Nic, Mdev(1, "mlx5_core-local", "mlx5_core", "max_rq=8"))));
        var report = bench.Apply(Desired(Parent(Nic, Mdev(1, "mlx5_core-local", "mlx5_core", "max_rq=4"))));
        Assert.True(report.IsConverged);
        Assert.Equal(["write-attribute FellBack", "unbind Done", "write-attribute Done", "bind Done"], Steps(report));
    }

    [Fact]
    public void Recreates_where_the_kernel_binds_nothing_after_creation()
    {
        var bench = new Bench(Host());
        var desired = Desired(Parent(Nic, Mdev(1, "mlx5_core-local", "mlx5_core", "max_rq=8")));
        bench.Apply(desired);
        UnbindByHand(bench, "mlx5_core");

        var report = bench.Apply(desired);
        Assert.True(report.IsConverged);
        Assert.Equal(["bind FellBack", "remove-mdev Done", "create-mdev Done", "write-attribute Done", "bind AlreadyDone"], Steps(report));
        Assert.Equal(["1 pci/0000:05:00.0 mlx5_core-local mlx5_core"], bench.Devices());
        Assert.Empty(bench.Apply(desired).Outcomes);
    }

    [Fact]
    public void Gives_a_device_back_the_driver_that_the_kernel_had_bound()
    {
        var bench = new Bench(Host());
        var desired = Desired(Parent(Mtty, Mdev(1, "mtty-1")));
        bench.Apply(desired);
        UnbindByHand(bench, "mtty");
        Assert.True(bench.Apply(desired).IsConverged);
        Assert.Equal(["1 mtty mtty-1 mtty"], bench.Devices());
    }

    [Fact]
    public void Names_the_driver_that_the_kernel_attached_where_another_cannot_be_bound()
    {
        var bench = new Bench(Host());
        var report = bench.Apply(Desired(Parent(Nic, Mdev(1, "mlx5_core-local", "vfio_mdev"))));
        Assert.Contains("the kernel attached mlx5_core", Assert.Single(report.Outcomes).Failure, StringComparison.Ordinal);
        Assert.Empty(bench.Devices());
        Assert.Empty(bench.Ledger.Entries);
    }

    [Fact]
    public void Leaves_what_the_kernel_attaches_where_a_device_cannot_go_to_another_driver()
    {
        var bench = new Bench(Host());
        bench.Apply(Desired(Parent(Nic, Mdev(1, "mlx5_core-local", "mlx5_core", "max_rq=8"))));
        var report = bench.Apply(Desired(Parent(Nic, Mdev(1, "mlx5_core-local", "vfio_mdev", "max_rq=8"))));
        Assert.Contains("the kernel attached mlx5_core", Assert.Single(report.Outcomes).Failure, StringComparison.Ordinal);
        Assert.Equal(
            ["unbind Done", "bind FellBack", "remove-mdev Done", "create-mdev Done", "write-attribute Done", "bind Refused"], Steps(report));
        Assert.Equal(["1 pci/0000:05:00.0 mlx5_core-local mlx5_core"], bench.Devices());
        Assert.Empty(bench.Apply(Desired(Parent(Nic, Mdev(1, "mlx5_core-local", "mlx5_core", "max_rq=8")))).Outcomes);
    }

    [Fact]
    public void Leaves_a_device_without_driver_that_had_none_where_the_listed_one_cannot_be_bound()
    {
        var bench = new Bench(Host());
        bench.Apply(Desired(Parent(Nic, Mdev(1, "mlx5_core-local", "none"))));
        bench.Apply(Desired(Parent(Nic, Mdev(1, "mlx5_core-local", "vfio_mdev"))));
        Assert.Equal(["1 pci/0000:05:00.0 mlx5_core-local -"], bench.Devices());
    }

    [Fact]
    public void Leaves_a_device_without_driver_where_none_is_listed()
    {
        var bench = new Bench(Host());
        Assert.True(bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-1", "none")))).IsConverged);
        Assert.Equal(["1 mtty mtty-1 -"], bench.Devices());
    }

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
    public void Removes_a_half_made_device_again_and_lets_others_go_on()
    {
        var bench = new Bench(Host());
        var report = bench.Apply(Desired(Parent(Nic, Mdev(1, "mlx5_core-local", null, "num_ports=9"), Mdev(2, "mlx5_core-local"))));
        Assert.Equal([DeviceStatus.Failed, DeviceStatus.Applied], report.Outcomes.Select(outcome => outcome.Status));
        Assert.Equal(["2 pci/0000:05:00.0 mlx5_core-local mlx5_core"], bench.Devices());
        Assert.Equal([Id(2)], bench.Ledger.Entries.Select(entry => entry.Id));
        Assert.False(report.IsConverged);
    }

    [Fact]
    public void Leaves_a_half_made_device_when_asked_and_owns_it()
    {
        var bench = new Bench(Host()) { KeepFailed = true };
        bench.Apply(Desired(Parent(Nic, Mdev(1, "mlx5_core-local", null, "num_ports=9"))));
        Assert.Equal(["1 pci/0000:05:00.0 mlx5_core-local mlx5_core"], bench.Devices());
        bench.Apply(Desired(Parent(Nic)));
        Assert.Empty(bench.Devices());
    }

    [Fact]
    public void Frees_instances_before_it_takes_them()
    {
        var bench = new Bench(Host());
        bench.Apply(Desired(Parent(Nic, [.. Enumerable.Range(1, 8).Select(number => Mdev(number, "mlx5_core-local"))])));
        var report = bench.Apply(Desired(Parent(Nic, [.. Enumerable.Range(5, 8).Select(number => Mdev(number, "mlx5_core-local"))])));
        Assert.True(report.IsConverged);
        Assert.Equal(8, bench.Devices().Count);
    }

    [Fact]
    public void Leaves_a_device_that_a_process_holds_until_it_lets_go()
    {
        var bench = new Bench(Host());
        bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-1"), Mdev(2, "mtty-1"))));
        var held = bench.Host.Snapshot;
        var holder = new DeviceHolder(Id(1), 812, "qemu", "/dev/vfio/12");
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
    public void Finishes_a_replacement_that_was_begun_when_it_is_interrupted()
    {
        using var interrupt = new CancellationTokenSource();
        var bench = new Bench(Host());
        bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-1"))));
        bench.Fault = _ =>
        {
            interrupt.Cancel();
            return null;
        };
        bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-2"))), interrupt.Token);
        Assert.Equal(["1 mtty mtty-2 mtty"], bench.Devices());
    }

    [Fact]
    public void Makes_a_device_again_as_it_was_where_a_change_fails_and_no_driver_can_be_bound_again()
    {
        var bench = new Bench(Host());
        bench.Apply(Desired(Parent(Nic, Mdev(1, "mlx5_core-local", null, "max_rq=8"))));
        var writes = 0;
        bench.Fault = action => action is WriteAttribute { Value: "4" } ? (writes++ == 0 ? Errno.EBUSY : Errno.EINVAL) : null;
        var report = bench.Apply(Desired(Parent(Nic, Mdev(1, "mlx5_core-local", null, "max_rq=4"))));
        Assert.Contains("made again as it was", Assert.Single(report.Outcomes).CleanUp, StringComparison.Ordinal);
        Assert.Equal(["1 pci/0000:05:00.0 mlx5_core-local mlx5_core"], bench.Devices());
        Assert.True(bench.Apply(Desired(Parent(Nic, Mdev(1, "mlx5_core-local", null, "max_rq=8")))).IsConverged);
    }

    [Fact]
    public void Writes_again_what_a_failed_change_wrote_and_nobody_can_read_back()
    {
        var bench = new Bench(Host());
        bench.Apply(Desired(Parent(Nic, Mdev(1, "mlx5_core-local", null, "secret=1", "num_ports=1"))));
        bench.Apply(Desired(Parent(Nic, Mdev(1, "mlx5_core-local", null, "secret=2", "num_ports=9"))));
        var report = bench.Apply(Desired(Parent(Nic, Mdev(1, "mlx5_core-local", null, "secret=1", "num_ports=1"))));
        Assert.Equal(["write-attribute Done"], Steps(report));
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
    public void Refuses_to_look_at_a_parent_alone_that_nobody_knows()
    {
        var bench = new Bench(Host()) { Options = new() { Parent = ParentAddress.Parse("mtti") } };
        var plan = bench.Plan(Desired(Parent(Mtty, Mdev(1, "mtty-1"))));
        Assert.True(plan.IsRefused);
        Assert.Equal("did you mean \"mtty\"?", Assert.Single(plan.Findings).Diagnostic.Hint);
    }

    [Fact]
    public void Tells_what_was_done_though_the_host_cannot_be_looked_at_again()
    {
        var host = new Simulation.SimulatedHost(Host());
        var observe = new BlindAfterwards(host);
        var desired = Desired(Parent(Mtty, Mdev(1, "mtty-1")));
        var assessment = HostAssessment.Of(observe, desired, Ledger.Empty, PlanOptions.Default);
        var report = new Applier(observe, host, host, new SilentProgress(), new()).Apply(desired, assessment, default);
        Assert.Single(report.Outcomes);
        Assert.False(report.IsConverged);
        Assert.Contains("EMFILE", Assert.Single(report.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Works_on_many_devices_at_once()
    {
        var host = Host();
        var bench = new Bench(host with { Rules = new([host.Rules.Parents[0] with { Pool = new(2000, []) }, host.Rules.Parents[1]]) }) { Parallelism = 8 };
        var desired = Desired(Parent(Mtty, [.. Enumerable.Range(1, 500).Select(number => Mdev(number, "mtty-1"))]));
        Assert.True(bench.Apply(desired).IsConverged);
        Assert.Equal(500, bench.Ledger.Entries.Count(entry => entry.Instance is not null));
        Assert.True(bench.Apply(Desired(Parent(Mtty))).IsConverged);
        Assert.Empty(bench.Ledger.Entries);
    }

    [Fact]
    public void Changes_nothing_when_there_is_no_room()
    {
        var bench = new Bench(Host());
        var report = bench.Apply(Desired(Parent(Nic, [.. Enumerable.Range(1, 9).Select(number => Mdev(number, "mlx5_core-local"))])));
        Assert.True(report.Plan.IsRefused);
        Assert.Empty(bench.Devices());
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

    [Fact]
    public void Begins_no_further_device_once_interrupted()
    {
        using var interrupt = new CancellationTokenSource();
        var bench = new Bench(Host());
        bench.Fault = _ =>
        {
            interrupt.Cancel();
            return null;
        };
        var report = bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-1"), Mdev(2, "mtty-1"))), interrupt.Token);
        Assert.Equal([DeviceStatus.Applied, DeviceStatus.Interrupted], report.Outcomes.Select(outcome => outcome.Status));
        Assert.True(report.IsInterrupted);
        Assert.Equal([Id(1)], bench.Ledger.Entries.Select(entry => entry.Id));
    }

    [Fact]
    public void Never_claims_success_from_the_writes_alone()
    {
        var bench = new Bench(Host()) { Operations = new DeafHost() };
        Assert.False(bench.Apply(Desired(Parent(Mtty, Mdev(1, "mtty-1")))).IsConverged);
    }

    private static void RemoveByHand(Bench bench, int number) =>
        bench.Host.Perform(new RemoveMdev { Parent = Mtty, Id = Id(number), Uuid = Uuid(number), Reason = "by hand" });

    private static void CreateByHand(Bench bench, int number) =>
        bench.Host.Perform(new CreateMdev { Parent = Mtty, Id = Id(number), Uuid = Uuid(number), Type = new("mtty-1"), Reason = "by hand" });

    private static void UnbindByHand(Bench bench, string driver) =>
        bench.Host.Perform(new Unbind { Parent = Nic, Id = Id(1), Driver = new(driver), Reason = "by hand" });

    private static IEnumerable<string> Steps(ApplyReport report) =>
        Assert.Single(report.Outcomes).Actions.Select(outcome => $"{outcome.Action.Kind} {outcome.Status}");

    private sealed class FullDisk : ILedgerStore
    {
        public LedgerReading Load() => new(Ledger.Empty);

        public void Save(Ledger ledger) => throw new KernelException("write", "/run/mdev-desired/ledger.json", Errno.ENOSPC);
    }

    private sealed class BlindAfterwards(IObserveHost host) : IObserveHost
    {
        private bool _seen;

        public ObservedState Observe(ObservationScope scope)
        {
            if (_seen)
            {
                throw new KernelException("open", "/sys/bus/mdev/devices", Errno.EMFILE);
            }

            _seen = true;
            return host.Observe(scope);
        }

        public ObservedSubDevice? Observe(SubDeviceId id) => host.Observe(id);

        public EquatableArray<DeviceHolder> FindHolders(IReadOnlyCollection<SubDeviceId> ids) => host.FindHolders(ids);
    }

    private sealed class DeafHost : IOperateHost
    {
        public void Perform(PlanAction action)
        {
        }
    }
}
