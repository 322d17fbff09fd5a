using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Mdevs;
using MdevDesired.Tests.Doubles;
using Xunit;
using static MdevDesired.Tests.Doubles.Scene;

namespace MdevDesired.Tests.Applying.Faults;

/// <summary>A run whose every action is made to fail: a host, what was applied to it before, and what is applied then.</summary>
internal sealed record Scenario(HostSnapshot Start, DesiredState Before, DesiredState After)
{
    private static readonly Dictionary<string, Scenario> Cases = new()
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
        ["take over what others made and differs"] = new(
            With(Switch(bindsAfterCreation: true), ExistingSubfunction(98), Existing(7, Mtty, "mtty-2", "mtty"), Existing(8, Nic, "mlx5_core-local", "vfio_mdev")),
            Desired(),
            Desired(
                Parent(Mtty, Mdev(7, "mtty-1")),
                SwitchParent(null, ["flow_steering_mode=smfs"], Mdev(8, "mlx5_core-local", "none", "max_rq=8"), Subfunction(98) with { Representor = "foreign98" })))
        { Adopts = true },
        ["set permanent params again"] = new(
            Switch(),
            Desired(SwitchParent(null, ["enable_sriov=false"], Mdev(1, "mlx5_core-local", null, "secret=1", "assign_queue=1"))),
            Desired(SwitchParent(
                null, ["enable_sriov=true", "flow_steering_mode=smfs"], Mdev(1, "mlx5_core-local", null, "secret=2", "assign_queue=2"), Mdev(2, "mlx5_core-local")))),
        ["set the instances of mediated devices"] = new(
            Switch(bindsAfterCreation: true),
            Desired(Parent(Nic, Driven(1, "enable_rdma=true", "web1"), Driven(2, "enable_rdma=true", "web2"))),
            Desired(Parent(Nic, Driven(1, "enable_rdma=false", "web1"), Driven(3, "enable_rdma=false", "web2")))),
    };

    public static IReadOnlyCollection<Scenario> All => Cases.Values;

    public static TheoryData<string> Names => [.. Cases.Keys];

    public static IReadOnlyCollection<string> Titles => Cases.Keys;

    /// <summary>Asks for what others made, too.</summary>
    public bool Adopts { get; init; }

    public static Scenario Named(string name) => Cases[name];

    /// <summary>The host with what was applied before.</summary>
    public Bench Prepare(bool rollback = false, bool keepFailed = false)
    {
        var bench = new Bench(WithForeign(Start)) { Rollback = rollback, KeepFailed = keepFailed, Options = new() { Adopt = Adopts } };
        Assert.True(bench.Apply(Before).IsConverged);
        return bench;
    }

    /// <summary>How many actions the run performs when nothing fails.</summary>
    public int Count()
    {
        var bench = Prepare();
        var seen = 0;
        bench.Fault = _ =>
        {
            seen++;
            return null;
        };
        bench.Apply(After);
        return seen;
    }

    /// <summary>One more apply converges, owns exactly what is listed, and has touched nothing of others.</summary>
    public void AssertConverges(Bench bench, string what)
    {
        bench.Fault = _ => null;
        bench.Operations = null;
        bench.Store = null;
        var report = bench.Apply(After);
        Assert.True(report.IsConverged, what);
        Assert.Empty(bench.Plan(After).Changes);
        Assert.Equal(After.SubDevices.Select(device => device.Id).Order(), bench.Ledger.Entries.Select(entry => entry.Id));
        Assert.All(bench.Ledger.Entries, entry => Assert.NotNull(entry.Instance));
        Assert.DoesNotContain(bench.Ledger.Devlink, memory => memory.ReloadPending);
        Assert.Equal(Others(WithForeign(Start).Observed), Others(bench.Observed));
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

    private IEnumerable<(DeviceId Id, ulong Instance)> Others(ObservedState observed) => observed.SubDevices
        .Where(device => !After.SubDevices.Any(listed => listed.Id == device.Id))
        .Select(device => (device.Id, device.Instance));
}
