using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Planning;
using MdevDesired.Planning.Devlink;
using MdevDesired.Planning.Subfunctions;
using MdevDesired.Tests.Doubles;
using Xunit;
using static MdevDesired.Tests.Doubles.Scene;

namespace MdevDesired.Tests.Applying;

/// <summary>What becomes of a subfunction when an action for it fails, or others are quicker.</summary>
public class DevlinkFailureTests
{
    [Fact]
    public void Removes_a_half_made_subfunction_again_and_lets_others_go_on()
    {
        var bench = new Bench(Switch()) { Fault = action => action is Activate && action.Id == Sf(88) ? Errno.EIO : null };
        var report = bench.Apply(Switched(WholeSubfunction(88), Subfunction(89)));
        Assert.Equal([DeviceStatus.Failed, DeviceStatus.Applied], report.Outcomes.Select(outcome => outcome.Status));
        Assert.Equal(["pf0sf89 Active mlx5_core.sf"], bench.Devices());
        Assert.Equal([Sf(89)], bench.Ledger.Entries.Select(entry => entry.Id));
    }

    [Theory]
    [InlineData("before it is deactivated")]
    [InlineData("before it is removed")]
    public void One_that_others_remove_first_is_removed_all_the_same(string when)
    {
        var bench = new Bench(Switch());
        Assert.True(bench.Apply(Switched(Subfunction(88))).IsConverged);
        bench.Fault = action =>
        {
            if (action is Deactivate == (when == "before it is deactivated") && bench.Devices().Count > 0)
            {
                bench.Host.Perform(new RemoveSubfunction { Parent = Nic, Id = Sf(88), Subfunction = Sf(88), Reason = "" });
            }

            return null;
        };
        var report = bench.Apply(Switched());
        Assert.Equal(DeviceStatus.Applied, Assert.Single(report.Outcomes).Status);
        Assert.True(report.IsConverged);
        Assert.Empty(bench.Ledger.Entries);
    }

    [Fact]
    public void Is_not_reloaded_again_when_what_follows_a_reload_fails()
    {
        var bench = new Bench(Switch());
        var desired = Switched(Subfunction(88, "enable_rdma=false") with { Ports = [new(new(null, 0), null, "web0")] });
        Assert.True(bench.Apply(Switched(Subfunction(88))).IsConverged);
        bench.Fault = action => action is ReloadDevlink ? throw new NotSupportedException("killed") : null;
        Assert.Throws<InvalidOperationException>(() => bench.Apply(desired));
        Assert.True(Assert.Single(bench.Ledger.Devlink).ReloadPending);

        bench.Fault = action => action is RenameNetdev ? Errno.EEXIST : null;
        Assert.False(bench.Apply(desired).IsConverged);
        Assert.Empty(bench.Ledger.Devlink);
        bench.Fault = _ => null;
        Assert.Equal(["rename-netdev"], bench.Plan(desired).Changes.SelectMany(change => change.Actions).Select(planned => planned.Action.Kind));
    }

    [Fact]
    public void Names_the_auxiliary_bus_where_it_does_not_bind_a_driver()
    {
        var bench = new Bench(Switch()) { Fault = action => action is Bind ? Errno.ENODEV : null };
        var report = bench.Apply(Switched(Subfunction(88) with { Driver = DesiredDriver.Named(new("mlx5_core.sf_guest")) }));
        var outcome = Assert.Single(report.Outcomes);
        Assert.Contains("bind was refused", outcome.Failure, StringComparison.Ordinal);
        Assert.Equal("the driver does not take subfunctions", outcome.Hint);
    }

    [Fact]
    public void Is_left_as_it_was_with_its_names_and_params_when_a_change_of_its_function_is_refused()
    {
        var bench = new Bench(Switch());
        var desired = Switched(WholeSubfunction(88));
        Assert.True(bench.Apply(desired).IsConverged);
        var before = Observed(bench);
        bench.Fault = action => action is SetPortFunction ? Errno.EOPNOTSUPP : null;
        var changed = WholeSubfunction(88) with { Function = WholeSubfunction(88).Function with { Migratable = true } };
        var outcome = Assert.Single(bench.Apply(Switched(changed)).Outcomes);
        Assert.Equal("it was activated again, its settings were made again", outcome.CleanUp);
        var after = Observed(bench);
        Assert.Equal(before.Devlink!.Params, after.Devlink!.Params);
        Assert.Equal("sf88", Assert.Single(after.Devlink.Ports).Netdev);
        bench.Fault = _ => null;
        Assert.Empty(bench.Plan(desired).Changes);
    }

    private static ObservedSubfunction Observed(Bench bench) => (ObservedSubfunction)Assert.Single(bench.Observed.SubDevices);
}
