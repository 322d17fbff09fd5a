using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Planning;
using MdevDesired.Simulation;
using MdevDesired.Tests.Doubles;
using Xunit;
using static MdevDesired.Tests.Doubles.Scene;

namespace MdevDesired.Tests.Applying;

/// <summary>What a failure, an interrupt or a host that lies leaves behind.</summary>
public class FailureTests
{
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
    public void Writes_again_what_a_failed_change_wrote_and_nobody_can_read_back()
    {
        var bench = new Bench(Host());
        bench.Apply(Desired(Parent(Nic, Mdev(1, "mlx5_core-local", null, "secret=1", "num_ports=1"))));
        bench.Apply(Desired(Parent(Nic, Mdev(1, "mlx5_core-local", null, "secret=2", "num_ports=9"))));
        var report = bench.Apply(Desired(Parent(Nic, Mdev(1, "mlx5_core-local", null, "secret=1", "num_ports=1"))));
        Assert.Equal(["write-attribute Done"], Steps(report));
    }

    [Fact]
    public void Tells_what_was_done_though_the_host_cannot_be_looked_at_again()
    {
        var host = new SimulatedHost(Host());
        var observe = new BlindAfterwards(host);
        var desired = Desired(Parent(Mtty, Mdev(1, "mtty-1")));
        var assessment = HostAssessment.Of(observe, desired, Ledger.Empty, PlanOptions.Default);
        var report = new Applier(observe, host, host, new SilentProgress(), new()).Apply(desired, assessment, default);
        Assert.Single(report.Outcomes);
        Assert.False(report.IsConverged);
        Assert.Contains("EMFILE", Assert.Single(report.Problems).Message, StringComparison.Ordinal);
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

        public bool Runs(ProcessIdentity process) => host.Runs(process);

        public DevlinkParam? ObserveParam(DeviceId id, string name) => host.ObserveParam(id, name);

        public EquatableArray<DevlinkParam> ObserveParams(DeviceId id) => host.ObserveParams(id);

        public EquatableArray<DevlinkPort> ObservePorts(DeviceId id) => host.ObservePorts(id);

        public ObservedSubDevice? Observe(DeviceId id) => host.Observe(id);

        public HolderSearch FindHolders(ObservedState observed, IReadOnlyCollection<DeviceId> ids) => host.FindHolders(observed, ids);
    }

    private sealed class DeafHost : IOperateHost
    {
        public void Perform(PlanAction action)
        {
        }
    }

    private static IEnumerable<string> Steps(ApplyReport report) =>
        Assert.Single(report.Outcomes).Actions.Select(outcome => $"{outcome.Action.Kind} {outcome.Status}");
}
