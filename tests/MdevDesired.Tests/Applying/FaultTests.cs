using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Mdevs;
using MdevDesired.Planning;
using MdevDesired.Simulation;
using MdevDesired.Tests.Doubles;
using Xunit;
using static MdevDesired.Tests.Doubles.Scene;

namespace MdevDesired.Tests.Applying;

/// <summary>
/// Every action of every scenario is refused once with every errno, and the run is killed before and after every action; one
/// more apply must then converge, own exactly what is listed, and have touched no foreign device.
/// </summary>
public class FaultTests
{
    private static readonly Errno[] Errors =
    [
        Errno.EPERM, Errno.ENOENT, Errno.EIO, Errno.EAGAIN, Errno.ENOMEM, Errno.EACCES, Errno.EBUSY, Errno.EEXIST, Errno.ENODEV,
        Errno.EINVAL, Errno.ENOSPC, Errno.EUSERS, Errno.EOPNOTSUPP, Errno.ETIMEDOUT, Errno.EADDRINUSE, Errno.EADDRNOTAVAIL,
    ];

    public static TheoryData<string> Scenarios => [.. Cases.Keys];

    private static Dictionary<string, Case> Cases { get; } = new()
    {
        ["create on two parents"] = new(
            Host(),
            Desired(),
            Desired(
                Parent(Mtty, Mdev(1, "mtty-1"), Mdev(2, "mtty-2")),
                Parent(Nic, Mdev(3, "mlx5_core-local", "mlx5_core", "max_rq=8", "secret=1")))),
        ["remove, replace, move, create and change at once"] = new(
            Host(),
            Desired(
                Parent(Mtty, Mdev(1, "mtty-1"), Mdev(2, "mtty-2"), Mdev(4, "mtty-1")),
                Parent(Nic, Mdev(3, "mlx5_core-local", null, "max_rq=8"))),
            Desired(
                Parent(Mtty, Mdev(2, "mtty-1"), Mdev(5, "mtty-1")),
                Parent(Nic, Mdev(3, "mlx5_core-local", null, "max_rq=4"), Mdev(4, "mlx5_core-local")))),
        ["bind another driver"] = new(
            Host(bindsAfterCreation: true, writableWhileBound: false),
            Desired(Parent(Nic, Mdev(1, "mlx5_core-local", "mlx5_core", "max_rq=8"))),
            Desired(Parent(Nic, Mdev(1, "mlx5_core-local", "vfio_mdev", "max_rq=8")))),
        ["change what a bound device refuses"] = new(
            Host(bindsAfterCreation: true, writableWhileBound: false),
            Desired(Parent(Nic, Mdev(1, "mlx5_core-local", "mlx5_core", "max_rq=8", "assign_queue=1"))),
            Desired(Parent(Nic, Mdev(1, "mlx5_core-local", "mlx5_core", "max_rq=4", "assign_queue=2")))),
        ["bind where the kernel binds nothing after creation"] = new(
            Host(writableWhileBound: true),
            Desired(Parent(Nic, Mdev(1, "mlx5_core-local", "none", "max_rq=8"))),
            Desired(Parent(Nic, Mdev(1, "mlx5_core-local", "mlx5_core", "max_rq=4")))),
        ["adopt"] = new(
            Host(mdevs: Existing(1, Mtty, "mtty-1", "mtty")),
            Desired(),
            Desired(Parent(Mtty, Mdev(1, "mtty-1"), Mdev(2, "mtty-1")))),
        ["create subfunctions on a parent that is set up first"] = new(
            Switch(DevlinkEswitchMode.Legacy),
            Desired(),
            Desired(SwitchParent(
                DevlinkEswitchMode.Switchdev, ["enable_roce=false", "flow_steering_mode=smfs", "enable_sriov=false"], WholeSubfunction(88), Subfunction(89)))),
        ["remove, change and create subfunctions beside a foreign one"] = new(
            With(Switch(), ExistingSubfunction(98)),
            Switched(WholeSubfunction(88), Subfunction(89), Subfunction(90, "enable_rdma=false")),
            Switched(
                WholeSubfunction(88) with { Function = new() { HwAddr = HardwareAddress.Parse("00:00:00:00:00:01"), State = DevlinkFunctionState.Active } },
                Subfunction(89, "enable_rdma=false", "flow_steering_mode=smfs") with { Ports = [new(new(0, 0), null, "sf89")] },
                Subfunction(91) with { Driver = DesiredDriver.None })),
        ["settle the parent anew once its subfunctions are gone"] = new(
            Switch(),
            Switched(Subfunction(88), Subfunction(89)),
            Desired(SwitchParent(DevlinkEswitchMode.Legacy, ["enable_roce=false"]))),
        ["adopt and give a driver to subfunctions"] = new(
            With(Switch(), ExistingSubfunction(98)),
            Switched(Subfunction(88)),
            Switched(
                Subfunction(88) with { Driver = DesiredDriver.Named(new("mlx5_core.sf_guest")) },
                Subfunction(98) with { Function = new() { State = DevlinkFunctionState.Inactive } })),
        ["set the instances of mediated devices"] = new(
            Switch(bindsAfterCreation: true),
            Desired(Parent(Nic, Driven(1, "enable_rdma=true", "web1"), Driven(2, "enable_rdma=true", "web2"))),
            Desired(Parent(Nic, Driven(1, "enable_rdma=false", "web1"), Driven(3, "enable_rdma=false", "web2")))),
    };

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Converges_after_any_action_was_refused_with_any_error(string scenario)
    {
        var runs = 0;
        for (var action = 0; action < Count(scenario); action++)
        {
            foreach (var errno in Errors)
            {
                var (bench, @case) = Prepare(scenario);
                var seen = 0;
                bench.Fault = _ => seen++ == action ? errno : null;
                bench.Apply(@case.After);
                bench.Fault = _ => null;
                AssertConverges(bench, @case, $"{scenario}: action {action} refused with {errno}");
                runs++;
            }
        }

        Assert.True(runs >= Errors.Length);
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Converges_after_a_kill_before_or_after_any_action(string scenario)
    {
        for (var action = 0; action < Count(scenario); action++)
        {
            foreach (var performed in new[] { false, true })
            {
                var (bench, @case) = Prepare(scenario);
                var mortal = new MortalProcess(bench.Host, action, performed);
                bench.Operations = mortal;
                bench.Store = mortal;
                Assert.Throws<InvalidOperationException>(() => bench.Apply(@case.After));
                bench.Operations = null;
                bench.Store = null;
                AssertConverges(bench, @case, $"{scenario}: killed {(performed ? "after" : "before")} action {action}");
            }
        }
    }

    // The ledger lags in large runs: every place of a kill within a run of 200 devices is tried at a stride.
    [Fact]
    public void Converges_after_a_kill_in_a_large_run()
    {
        var desired = Desired(Parent(Mtty, [.. Enumerable.Range(1, 200).Select(number => Mdev(number, "mtty-1"))]));
        for (var action = 0; action < 200; action += 7)
        {
            var bench = new Bench(Large());
            var mortal = new MortalProcess(bench.Host, action, performed: true);
            bench.Operations = mortal;
            bench.Store = mortal;
            Assert.Throws<InvalidOperationException>(() => bench.Apply(desired));
            bench.Operations = null;
            bench.Store = null;
            Assert.True(bench.Apply(desired).IsConverged);
            bench.Apply(Desired(Parent(Mtty)));
            Assert.Equal(["999 mtty mtty-1 mtty"], bench.Devices());
        }
    }

    private static HostSnapshot Large()
    {
        var host = Host(mdevs: Existing(0x999, Mtty, "mtty-1", "mtty"));
        return host with { Rules = new([host.Rules.Parents[0] with { Pool = new(500, []) }]) };
    }

    private static (Bench Bench, Case Case) Prepare(string scenario)
    {
        var @case = Cases[scenario];
        var bench = new Bench(WithForeign(@case.Host));
        Assert.True(bench.Apply(@case.Before).IsConverged);
        return (bench, @case);
    }

    // A foreign device stands on each parent of every scenario.
    private static HostSnapshot WithForeign(HostSnapshot host) => With(
        host, Existing(0x98, Mtty, "mtty-1", "mtty"), Existing(0x99, Nic, "mlx5_core-local", "mlx5_core"));

    private static HostSnapshot With(HostSnapshot host, params ObservedSubDevice[] devices) => host with
    {
        Observed = host.Observed with
        {
            SubDevices = host.Observed.SubDevices.Concat(devices).OrderBy(device => device.Id).ToEquatableArray(),
        },
    };

    private static DesiredMdev Driven(int number, string param, string netdev) => Mdev(number, "mlx5_core-local", "mlx5_core") with
    {
        DevlinkParams = [DevlinkParam(param)],
        Ports = [new(new(0, 0), DevlinkPortType.Eth, netdev)],
    };

    private static int Count(string scenario)
    {
        var (bench, @case) = Prepare(scenario);
        var seen = 0;
        bench.Fault = _ =>
        {
            seen++;
            return null;
        };
        bench.Apply(@case.After);
        return seen;
    }

    private static void AssertConverges(Bench bench, Case @case, string what)
    {
        var desired = @case.After;
        var report = bench.Apply(desired);
        Assert.True(report.IsConverged, what);
        Assert.Empty(bench.Plan(desired).Changes);
        Assert.Equal(desired.SubDevices.Select(device => device.Id).Order(), bench.Ledger.Entries.Select(entry => entry.Id));
        Assert.All(bench.Ledger.Entries, entry => Assert.NotNull(entry.Instance));
        Assert.DoesNotContain(bench.Ledger.Devlink, memory => memory.ReloadPending);
        Assert.Equal(Others(WithForeign(@case.Host).Observed, desired), Others(bench.Observed, desired));
    }

    private static IEnumerable<(DeviceId Id, ulong Instance)> Others(ObservedState observed, DesiredState desired) => observed.SubDevices
        .Where(device => !desired.SubDevices.Any(listed => listed.Id == device.Id))
        .Select(device => (device.Id, device.Instance));

    private sealed record Case(HostSnapshot Host, DesiredState Before, DesiredState After);

    /// <summary>A process that is killed at one action: from then on neither the host nor the ledger hears of it.</summary>
    private sealed class MortalProcess(SimulatedHost host, int last, bool performed) : IOperateHost, ILedgerStore
    {
        private int _seen;
        private bool _dead;

        public LedgerReading Load() => host.Load();

        public void Save(Ledger ledger)
        {
            if (!_dead)
            {
                host.Save(ledger);
            }
        }

        public void Perform(PlanAction action)
        {
            var isLast = _seen++ == last;
            _dead |= isLast;
            if (!_dead || (performed && isLast))
            {
                host.Perform(action);
            }

            if (_dead)
            {
                throw new NotSupportedException("killed");
            }
        }
    }
}
