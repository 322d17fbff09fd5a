using CsCheck;
using MdevDesired.Applying;
using MdevDesired.Applying.Undoing;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Mdevs;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Planning;
using MdevDesired.Reporting;
using MdevDesired.Tests.Doubles;
using Xunit;
using static MdevDesired.Tests.Doubles.Scene;

namespace MdevDesired.Tests.Applying;

public class ConvergenceProperties
{
    private static readonly Gen<DesiredMdev> OnMtty =
        from number in Gen.Int[1, 12]
        from type in Gen.OneOf(Gen.Const("mtty-1"), Gen.Const("mtty-2"))
        from driver in Gen.OneOf(Gen.Const((string?)null), Gen.Const((string?)"mtty"), Gen.Const((string?)"none"))
        select Mdev(number, type, driver);

    private static readonly Gen<DesiredMdev> OnNic =
        from number in Gen.Int[1, 12]
        from driver in Gen.OneOf(Gen.Const((string?)null), Gen.Const((string?)"mlx5_core"), Gen.Const((string?)"none"))
        from maxRq in Gen.Int[1, 3]
        from queues in Gen.Int[0, 3].Array[0, 3]
        select Mdev(number, "mlx5_core-local", driver, [$"max_rq={maxRq}", .. queues.Distinct().Select(queue => $"assign_queue={queue}")]);

    private static readonly Gen<DesiredSubfunction> OnSwitch =
        from number in Gen.Int[1, 6]
        from driver in Gen.OneOf(Gen.Const(DesiredDriver.AsBound), Gen.Const(DesiredDriver.None), Gen.Const(DesiredDriver.Named(new("mlx5_core.sf_guest"))))
        from roce in Gen.Bool
        from state in Gen.OneOf(Gen.Const(DevlinkFunctionState.Active), Gen.Const(DevlinkFunctionState.Inactive))
        from isNamed in Gen.Bool
        from rdma in Gen.Bool
        let plain = Subfunction(number, []) with { Driver = driver, Function = new() { Roce = roce, State = state }, Representor = isNamed ? $"rep{number}" : null }
        // Without a driver listed one keeps the guest driver that an earlier document gave it, which makes nothing to be set.
        select driver != DesiredDriver.AsBound ? plain : plain with
        {
            Driver = DesiredDriver.Named(new("mlx5_core.sf")),
            DevlinkParams = [DevlinkParam($"enable_rdma={(rdma ? "true" : "false")}")],
            Ports = [new(new(null, 0), null, $"sf{number}")],
        };

    private static readonly Gen<DesiredSubfunction[]> Switches = OnSwitch.Array[0, 4]
        .Select(devices => devices.DistinctBy(device => device.Subfunction).OrderBy(device => device.Id).ToArray());

    private static readonly Gen<DesiredState> States =
        from mtty in OnMtty.Array[0, 8]
        from nic in OnNic.Array[0, 8]
        let onMtty = mtty.DistinctBy(mdev => mdev.Uuid).ToList()
        let onNic = nic.DistinctBy(mdev => mdev.Uuid).Where(mdev => !onMtty.Exists(other => other.Uuid == mdev.Uuid))
        select Desired(Parent(Mtty, [.. onMtty]), Parent(Nic, [.. onNic]));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Any_state_is_reached_from_any_other(bool bindsAfterCreation) =>
        Gen.Select(States, States).Sample((first, second) =>
        {
            var bench = new Bench(Host(bindsAfterCreation));
            Assert.True(bench.Apply(first).IsConverged);
            Assert.True(bench.Apply(second).IsConverged);
            Assert.Empty(bench.Plan(second).Changes);
            Assert.Equal(
                second.SubDevices.Cast<DesiredMdev>().Select(mdev => (mdev.Uuid, (MdevTypeName?)mdev.Type)).Order(),
                bench.Observed.SubDevices.Cast<ObservedMdev>().Select(mdev => (mdev.Uuid, mdev.Type)).Order());
        }, iter: 300);

    [Fact]
    public void Any_subfunctions_are_reached_from_any_others() =>
        Gen.Select(Switches, Switches).Sample((first, second) =>
        {
            var bench = new Bench(Switch(DevlinkEswitchMode.Legacy));
            Assert.True(bench.Apply(Desired(SwitchParent(DevlinkEswitchMode.Switchdev, [], first))).IsConverged);
            var desired = Desired(SwitchParent(DevlinkEswitchMode.Switchdev, [], second));
            Assert.True(bench.Apply(desired).IsConverged);
            Assert.Empty(bench.Plan(desired).Changes);
            Assert.Equal(
                second.Select(device => ((DeviceId)device.Subfunction, device.IsActive)).Order(),
                bench.Observed.SubDevices.Cast<ObservedSubfunction>()
                    .Select(device => (device.Id, device.Port.Function!.State == DevlinkFunctionState.Active)));
        }, iter: 300);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_rollback_leaves_any_state_as_it_was(bool bindsAfterCreation) =>
        Gen.Select(States, States, Gen.Int[0, 40]).Sample((first, second, last) =>
            AssertRolledBack(Host(bindsAfterCreation), first, second, last), iter: 300);

    [Fact]
    public void A_rollback_leaves_any_subfunctions_as_they_were() =>
        Gen.Select(Switches, Switches, Gen.Int[0, 30]).Sample((first, second, last) => AssertRolledBack(
            Switch(),
            Desired(SwitchParent(DevlinkEswitchMode.Switchdev, [], first)),
            Desired(SwitchParent(DevlinkEswitchMode.Switchdev, [], second)),
            last), iter: 300);

    // What one action after another did is undone from the last one on.
    private static void AssertRolledBack(HostSnapshot host, DesiredState first, DesiredState second, int last)
    {
        var bench = new Bench(host) { Rollback = true };
        Assert.True(bench.Apply(first).IsConverged);
        var before = bench.Observed;
        var seen = 0;
        bench.Fault = _ => seen++ == last ? Errno.EIO : null;
        var report = bench.Apply(second);
        if (!report.IsRolledBack)
        {
            Assert.True(report.IsConverged);
            return;
        }

        Assert.Empty(report.Problems);
        Assert.Equal(before.SubDevices.Select(device => device.Id), bench.Observed.SubDevices.Select(device => device.Id));
        Assert.All(before.SubDevices.Zip(bench.Observed.SubDevices), pair => Assert.Empty(Likeness.Differences(pair.First, pair.Second)));
        bench.Fault = _ => null;
        Assert.Empty(bench.Plan(first).Changes);
        Assert.True(bench.Apply(second).IsConverged);
    }

    [Fact]
    public void Equal_input_gives_an_equal_plan() =>
        Gen.Select(States, States).Sample((first, second) =>
        {
            var (one, other) = (new Bench(Host()), new Bench(Host()));
            one.Apply(first);
            other.Apply(first);
            Assert.Equal(one.Plan(second), other.Plan(second));
        }, iter: 100);

    [Fact]
    public void Status_and_plan_agree() =>
        Gen.Select(States, States).Sample((first, second) =>
        {
            var bench = new Bench(Host());
            bench.Apply(first);
            var assessment = HostSurvey.Of(bench.Host, second, bench.Ledger, PlanOptions.Default);
            var status = HostStatus.Of(assessment, second, PlanOptions.Default);
            Assert.Equal(bench.Plan(second), assessment.Plan);
            Assert.Equal(assessment.Plan.InSync, status.Devices.Count(device => device.Standing == Standing.InSync));
            Assert.Equal(assessment.Plan.Changes.Count, status.Devices.Count(device => device.Standing is Standing.Missing or Standing.Drifted or Standing.Leftover));
            Assert.Equal(status.IsInSync, status.Devices.All(device => device.Standing == Standing.InSync));
        }, iter: 200);
}
