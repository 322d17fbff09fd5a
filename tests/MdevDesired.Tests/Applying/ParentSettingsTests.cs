using MdevDesired.Applying;
using MdevDesired.Model.Devlink;
using MdevDesired.Planning;
using MdevDesired.Planning.Devlink;
using MdevDesired.Planning.Subfunctions;
using MdevDesired.Tests.Doubles;
using Xunit;
using static MdevDesired.Tests.Doubles.Scene;

namespace MdevDesired.Tests.Applying;

/// <summary>A parent's own devlink settings, on which its subfunctions stand.</summary>
public class ParentSettingsTests
{
    [Fact]
    public void Are_made_before_the_subfunctions_that_stand_on_them()
    {
        var bench = new Bench(Switch(DevlinkEswitchMode.Legacy));
        var report = bench.Apply(Desired(SwitchParent(DevlinkEswitchMode.Switchdev, ["enable_roce=false", "io_eq_size=64"], Subfunction(88))));
        Assert.True(report.IsConverged);
        Assert.Equal(
            ["set-param", "set-param", "reload", "set-eswitch", "add-subfunction", "activate"],
            report.Outcomes.SelectMany(outcome => outcome.Actions).Select(outcome => outcome.Action.Kind));
        Assert.Equal(DevlinkEswitchMode.Switchdev, Nic0(bench).Eswitch);
    }

    [Fact]
    public void Keep_their_value_where_the_kernel_refuses_the_reload_because_of_subfunctions()
    {
        var bench = new Bench(Switch());
        bench.Apply(Switched(Subfunction(88)));
        var desired = Desired(SwitchParent(DevlinkEswitchMode.Switchdev, ["enable_roce=false"], Subfunction(88)));
        var outcome = Assert.Single(bench.Apply(desired).Outcomes);
        Assert.Equal(DeviceStatus.Failed, outcome.Status);
        Assert.Contains("EOPNOTSUPP (No reload while there are subfunctions)", outcome.Failure, StringComparison.Ordinal);
        Assert.Equal("param enable_roce was set back to true", outcome.CleanUp);
        Assert.Equal(new DevlinkBoolean(true), Value(bench, "enable_roce"));
        Assert.Empty(bench.Ledger.Devlink);
        Assert.Equal(["pf0sf88 Active mlx5_core.sf"], bench.Devices());
    }

    [Fact]
    public void Hold_back_new_subfunctions_when_they_fail()
    {
        var bench = new Bench(Switch(DevlinkEswitchMode.Legacy)) { Fault = action => action is SetEswitch ? Errno.EBUSY : null };
        var report = bench.Apply(Switched(Subfunction(88), Subfunction(89)));
        Assert.Equal(
            ["set-eswitch", "not begun, because the settings of pci/0000:05:00.0 failed", "not begun, because the settings of pci/0000:05:00.0 failed"],
            report.Outcomes.Select(outcome => outcome.Failure!.Split(" was refused")[0]));
        Assert.Empty(bench.Devices());
        Assert.Empty(bench.Ledger.Entries);
    }

    [Fact]
    public void Are_known_to_wait_for_a_reload_when_a_run_is_killed_between()
    {
        var bench = new Bench(Switch()) { Fault = action => action is ReloadDevlink ? throw new NotSupportedException("killed") : null };
        var desired = Desired(SwitchParent(null, ["enable_roce=false"]));
        Assert.Throws<InvalidOperationException>(() => bench.Apply(desired));
        Assert.Equal(new DevlinkBoolean(false), Value(bench, "enable_roce"));
        Assert.True(Assert.Single(bench.Ledger.Devlink).ReloadPending);

        bench.Fault = _ => null;
        Assert.Equal(["reload"], Kinds(bench.Plan(desired)));
        Assert.True(bench.Apply(desired).IsConverged);
        Assert.Empty(bench.Plan(desired).Changes);
        Assert.Empty(bench.Ledger.Devlink);
    }

    [Fact]
    public void Say_what_takes_effect_after_the_next_boot_and_are_in_sync()
    {
        var bench = new Bench(Switch());
        var desired = Desired(SwitchParent(null, ["enable_sriov=false"]));
        Assert.True(bench.Apply(desired).IsConverged);
        Assert.Equal(new DevlinkBoolean(true), Value(bench, "enable_sriov"));
        var plan = bench.Plan(desired);
        Assert.Empty(plan.Changes);
        var note = Assert.Single(plan.Findings);
        Assert.Equal(FindingEffect.Notes, note.Effect);
        Assert.Equal(PlanningCodes.EffectiveAfterBoot, note.Diagnostic.Code);
    }

    [Fact]
    public void Never_delete_subfunctions_in_passing()
    {
        var bench = new Bench(Switch());
        bench.Apply(Switched(Subfunction(88)));
        var desired = Desired(SwitchParent(DevlinkEswitchMode.Legacy, [], Subfunction(88)));
        Assert.Equal([PlanningCodes.EswitchKeepsSubfunctions], bench.Plan(desired).Findings.Select(finding => finding.Diagnostic.Code));
        bench.Apply(desired);
        Assert.Equal(["pf0sf88 Active mlx5_core.sf"], bench.Devices());
    }

    [Fact]
    public void Become_legacy_when_the_last_subfunction_has_left_the_document()
    {
        var bench = new Bench(Switch());
        bench.Apply(Switched(Subfunction(88)));
        Assert.True(bench.Apply(Desired(SwitchParent(DevlinkEswitchMode.Legacy, []))).IsConverged);
        Assert.Empty(bench.Devices());
        Assert.Equal(DevlinkEswitchMode.Legacy, Nic0(bench).Eswitch);
    }

    [Fact]
    public void Do_not_become_legacy_while_a_subfunction_is_left_that_could_not_be_removed()
    {
        var bench = new Bench(Switch()) { Fault = action => action is Deactivate && action.Id == Sf(88) ? Errno.EBUSY : null };
        Assert.True(bench.Apply(Switched(Subfunction(88), Subfunction(89))).IsConverged);
        var desired = Desired(SwitchParent(DevlinkEswitchMode.Legacy, []));
        var report = bench.Apply(desired);
        var settings = Assert.Single(report.Outcomes, outcome => outcome.Change.Id == NicId);
        Assert.Contains("pf0sf88", settings.Failure, StringComparison.Ordinal);
        Assert.Equal(["pf0sf88 Active mlx5_core.sf"], bench.Devices());
        Assert.Equal(DevlinkEswitchMode.Switchdev, Nic0(bench).Eswitch);

        bench.Fault = _ => null;
        Assert.True(bench.Apply(desired).IsConverged);
        Assert.Equal(DevlinkEswitchMode.Legacy, Nic0(bench).Eswitch);
    }

    [Fact]
    public void Are_not_reloaded_from_under_the_subfunctions_of_a_document_that_is_not_in_the_input()
    {
        var bench = new Bench(Switch());
        Assert.True(bench.Apply(Switched(Subfunction(88) with { Document = "other" })).IsConverged);
        var desired = Desired(SwitchParent(null, ["enable_roce=false"]));
        var plan = bench.Plan(desired);
        Assert.Empty(plan.Changes);
        Assert.Contains(plan.Findings, finding => finding.Diagnostic.Code == PlanningCodes.EswitchKeepsSubfunctions);
    }

    [Fact]
    public void Are_switchdev_again_after_a_reload_that_puts_them_back()
    {
        var bench = new Bench(Switch());
        Assert.True(bench.Apply(Desired(SwitchParent(DevlinkEswitchMode.Switchdev, ["enable_roce=false"]))).IsConverged);
        Assert.Equal(DevlinkEswitchMode.Switchdev, Nic0(bench).Eswitch);
    }

    private static ObservedDevlink Nic0(Bench bench) => bench.Observed.Parents.Single(parent => parent.Address == Nic).Devlink!;

    private static DevlinkParamValue Value(Bench bench, string name) => Nic0(bench).Params.Single(param => param.Name == name).Settings[0].Value;

    private static IEnumerable<string> Kinds(Plan plan) => plan.Changes.SelectMany(change => change.Actions).Select(planned => planned.Action.Kind);
}
