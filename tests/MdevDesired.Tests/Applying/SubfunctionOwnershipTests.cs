using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Planning;
using MdevDesired.Planning.Subfunctions;
using MdevDesired.Tests.Doubles;
using Xunit;
using static MdevDesired.Tests.Doubles.Scene;

namespace MdevDesired.Tests.Applying;

/// <summary>Whose a subfunction is, and what that keeps others from.</summary>
public class SubfunctionOwnershipTests
{
    [Fact]
    public void A_second_document_alone_takes_nothing_of_the_first()
    {
        var bench = new Bench(Switch());
        bench.Apply(Switched(Subfunction(88)));
        Assert.True(bench.Apply(Of("rack8", Subfunction(89))).IsConverged);
        Assert.Equal(["pf0sf88 Active mlx5_core.sf", "pf0sf89 Active mlx5_core.sf"], bench.Devices());
        Assert.Equal(["rack7", "rack8"], bench.Ledger.Entries.Select(entry => entry.Document));
    }

    [Fact]
    public void A_second_document_alone_never_switches_the_parent_to_legacy_beneath_the_first()
    {
        var bench = new Bench(Switch());
        bench.Apply(Switched(Subfunction(88)));
        var legacy = Of("rack8") with { Parents = [SwitchParent(DevlinkEswitchMode.Legacy, []) with { ListedBy = ["rack8"], ManagedBy = ["rack8"] }] };
        Assert.Contains(PlanningCodes.EswitchKeepsSubfunctions, bench.Plan(legacy).Findings.Select(finding => finding.Diagnostic.Code));
        bench.Apply(legacy);
        Assert.Equal(["pf0sf88 Active mlx5_core.sf"], bench.Devices());
    }

    [Theory]
    [InlineData((int)PruneMode.Owned, "pf0sf98 Inactive -")]
    [InlineData((int)PruneMode.None, "pf0sf88 Active mlx5_core.sf", "pf0sf98 Inactive -")]
    [InlineData((int)PruneMode.All)]
    public void Removes_as_prune_says(int prune, params string[] left)
    {
        var bench = new Bench(WithForeign());
        bench.Apply(Switched(Subfunction(88)));
        bench.Apply(Desired(SwitchParent(DevlinkEswitchMode.Switchdev, []) with { Prune = (PruneMode)prune }));
        Assert.Equal(left, bench.Devices());
    }

    [Fact]
    public void Removes_those_of_a_document_that_is_gone_only_when_asked()
    {
        var bench = new Bench(Switch());
        bench.Apply(Switched(Subfunction(88)));
        var other = Of("rack8");
        Assert.Contains(PlanningCodes.DocumentNotInInput, bench.Plan(other).Findings.Select(finding => finding.Diagnostic.Code));
        Assert.Empty(bench.Apply(other).Outcomes);
        var asking = new Bench(bench.Host.Snapshot) { Options = new() { PruneRemoved = true } };
        Assert.True(asking.Apply(other).IsConverged);
        Assert.Empty(asking.Devices());
    }

    [Fact]
    public void Adopts_one_of_others_that_is_as_listed_and_removes_it_later()
    {
        var bench = new Bench(WithForeign());
        Assert.True(bench.Apply(Switched(Inactive(98))).IsConverged);
        Assert.Equal([Sf(98)], bench.Ledger.Entries.Select(entry => entry.Id));
        Assert.True(bench.Apply(Switched()).IsConverged);
        Assert.Empty(bench.Devices());
    }

    [Fact]
    public void Leaves_one_of_others_that_differs_until_asked()
    {
        var bench = new Bench(WithForeign());
        var report = bench.Apply(Switched(Subfunction(98)));
        Assert.False(report.IsConverged);
        Assert.Equal(["pf0sf98 Inactive -"], bench.Devices());
        Assert.Empty(bench.Ledger.Entries);

        var asking = new Bench(bench.Host.Snapshot) { Options = new() { Adopt = true } };
        Assert.True(asking.Apply(Switched(Subfunction(98))).IsConverged);
        Assert.Equal(["pf0sf98 Active mlx5_core.sf"], asking.Devices());
    }

    [Fact]
    public void Takes_one_that_was_made_again_by_hand_for_foreign()
    {
        var bench = new Bench(Switch());
        bench.Apply(Switched(Inactive(88)));
        bench.Host.Perform(new RemoveSubfunction { Parent = Nic, Id = Sf(88), Subfunction = Sf(88), Reason = "by hand" });
        bench.Host.Perform(new AddSubfunction { Parent = Nic, Id = Sf(89), Subfunction = Sf(89), Reason = "by hand" });
        bench.Host.Perform(new AddSubfunction { Parent = Nic, Id = Sf(88), Subfunction = Sf(88), Reason = "by hand" });
        Assert.Empty(bench.Apply(Switched()).Outcomes);
        Assert.Equal(["pf0sf88 Inactive -", "pf0sf89 Inactive -"], bench.Devices());
    }

    private static DesiredSubfunction Inactive(int number) => Subfunction(number) with { Function = new() { State = DevlinkFunctionState.Inactive } };

    private static DesiredState Of(string document, params DesiredSubfunction[] devices)
    {
        var listed = devices.Select(device => device with { Document = document }).ToArray<DesiredSubDevice>();
        return new([document], [SwitchParent(DevlinkEswitchMode.Switchdev, [], listed) with { ListedBy = [document], ManagedBy = [document] }]);
    }

    private static HostSnapshot WithForeign()
    {
        var host = Switch();
        var foreign = ExistingSubfunction(98);
        return host with { Observed = host.Observed with { SubDevices = [foreign with { Port = foreign.Port with { NetdevIsUp = false } }] } };
    }
}
