using MdevDesired.Diagnostics;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Planning;
using MdevDesired.Reporting;
using MdevDesired.Tests.Doubles;
using Xunit;
using static MdevDesired.Tests.Doubles.Scene;

namespace MdevDesired.Tests.Reporting;

public class HostStatusTests
{
    private static readonly ParentAddress Gone = new(null, "mdpy");

    [Fact]
    public void A_device_as_listed_is_in_sync()
    {
        var bench = Applied(Mdev(1, "mtty-1"));
        var status = Status(bench, Desired(Parent(Mtty, Mdev(1, "mtty-1"))));
        Assert.True(status.IsInSync);
        Assert.Equal((Standing.InSync, "dev-1", "rack7", Maker.ThisTool), Only(status, device => (device.Standing, device.Name!, device.Document!, device.MadeBy)));
    }

    [Fact]
    public void A_listed_device_that_is_absent_is_missing()
    {
        var status = Status(new Bench(Host()), Desired(Parent(Mtty, Mdev(1, "mtty-1"))));
        Assert.False(status.IsInSync);
        Assert.Equal((Standing.Missing, null, null), Only(status, device => (device.Standing, device.MadeBy, device.Observed)));
    }

    [Fact]
    public void A_device_that_differs_has_drifted_and_says_how()
    {
        var bench = Applied(Mdev(1, "mtty-1"));
        var status = Status(bench, Desired(Parent(Mtty, Mdev(1, "mtty-2"))));
        Assert.Equal((Standing.Drifted, "its type is mtty-1, listed is mtty-2"), Only(status, device => (device.Standing, device.Reason)));
    }

    [Fact]
    public void A_device_of_others_that_is_as_listed_is_in_sync()
    {
        var bench = new Bench(Host(mdevs: Existing(1, Mtty, "mtty-1", "mtty")));
        var status = Status(bench, Desired(Parent(Mtty, Mdev(1, "mtty-1"))));
        Assert.True(status.IsInSync);
        Assert.Equal((Standing.InSync, Maker.Others, "exists as listed and was made by others"), Only(status, device => (device.Standing, device.MadeBy, device.Reason)));
    }

    [Fact]
    public void A_device_of_others_that_differs_is_blocked()
    {
        var bench = new Bench(Host(mdevs: Existing(1, Mtty, "mtty-2", "mtty")));
        var status = Status(bench, Desired(Parent(Mtty, Mdev(1, "mtty-1"))));
        Assert.False(status.IsInSync);
        Assert.Equal((Standing.Blocked, PlanningCodes.ForeignDiffers), Only(status, device => (device.Standing, Assert.Single(device.Findings).Code)));
    }

    [Fact]
    public void Where_the_ledger_cannot_be_read_the_maker_is_unknown()
    {
        var bench = Applied(Mdev(1, "mtty-1"), Mdev(2, "mtty-1"), Mdev(3, "mtty-1"));
        var desired = Desired(Parent(Mtty, Mdev(1, "mtty-1"), Mdev(2, "mtty-2")));
        var status = HostStatus.Of(HostSurvey.Of(bench.Host, desired, Ledger.Unknown, PlanOptions.Default), desired, PlanOptions.Default);
        Assert.False(status.LedgerIsKnown);
        Assert.Equal([Standing.InSync, Standing.Blocked, Standing.Unmanaged], status.Devices.Select(device => device.Standing));
        Assert.All(status.Devices, device => Assert.Equal(Maker.Unknown, device.MadeBy));
        Assert.Equal("exists as listed; its maker is unknown", status.Devices.First().Reason);
        Assert.Contains("differs, and its maker is unknown: its type is mtty-1", status.Devices.ElementAt(1).Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_that_nobody_lists_is_unmanaged_on_parents_that_nobody_lists_too()
    {
        var bench = new Bench(Host(mdevs: [Existing(1, Mtty, "mtty-1"), Existing(2, Nic, "mlx5_core-local")]));
        var status = Status(bench, Desired(Parent(Mtty)));
        Assert.True(status.IsInSync);
        Assert.Equal([(Mtty, Standing.Unmanaged), (Nic, Standing.Unmanaged)], status.Parents.Select(parent => (parent.Address, parent.Devices[0].Standing)));
    }

    [Fact]
    public void A_device_that_left_the_document_is_left_over()
    {
        var status = Status(Applied(Mdev(1, "mtty-1")), Desired(Parent(Mtty)));
        Assert.False(status.IsInSync);
        Assert.Equal((Standing.Leftover, "dev-1", "is no longer listed by rack7"), Only(status, device => (device.Standing, device.Name!, device.Reason!)));
    }

    [Fact]
    public void A_device_that_prune_keeps_is_unmanaged()
    {
        var status = Status(Applied(Mdev(1, "mtty-1")), Desired(Parent(Mtty) with { Prune = PruneMode.None }));
        Assert.True(status.IsInSync);
        Assert.Equal((Standing.Unmanaged, "is no longer listed by rack7, and prune keeps it"), Only(status, device => (device.Standing, device.Reason)));
    }

    [Fact]
    public void A_device_of_others_that_prune_covers_is_left_over()
    {
        var bench = new Bench(Host(mdevs: Existing(1, Mtty, "mtty-1")));
        Assert.Equal(Standing.Leftover, Only(Status(bench, Desired(Parent(Mtty) with { Prune = PruneMode.All })), device => device.Standing));
    }

    [Fact]
    public void A_device_of_a_document_that_is_not_in_the_input_is_unmanaged()
    {
        var bench = Applied(Mdev(1, "mtty-1"));
        var status = Status(bench, new(["rack8"], []));
        Assert.Equal((Standing.Unmanaged, "was created for rack7, which is not in this input"), Only(status, device => (device.Standing, device.Reason)));
        Assert.Equal(PlanningCodes.DocumentNotInInput, Assert.Single(status.Findings).Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void On_an_absent_parent_the_devices_are_named_and_fail_only_where_it_is_not_optional(bool optional)
    {
        var status = Status(new Bench(Host()), Desired(Parent(Gone, Mdev(1, "mtty-1")) with { Optional = optional }));
        Assert.Equal(optional, status.IsInSync);
        Assert.False(status.Parents[0].IsPresent);
        Assert.Equal(PlanningCodes.ParentAbsent, Assert.Single(status.Parents[0].Findings).Code);
        Assert.Equal(Standing.ParentAbsent, Only(status, device => device.Standing));
    }

    [Fact]
    public void Who_holds_a_device_is_told_whatever_its_state()
    {
        var host = Host(mdevs: [Existing(1, Mtty, "mtty-1"), Existing(2, Mtty, "mtty-1")]);
        var bench = new Bench(host with { Observed = host.Observed with { Holders = [Holder(1), Holder(2)] } });
        var status = Status(bench, Desired(Parent(Mtty, Mdev(1, "mtty-1"))));
        Assert.Equal([(Standing.InSync, 801), (Standing.Unmanaged, 802)], status.Devices.Select(device => (device.Standing, ((ProcessHolder)device.Holders[0]).Pid)));
    }

    [Fact]
    public void A_held_device_that_would_be_replaced_is_blocked()
    {
        var bench = Applied(Mdev(1, "mtty-1"));
        var snapshot = bench.Host.Snapshot;
        bench = new Bench(snapshot with { Observed = snapshot.Observed with { Holders = [Holder(1)] } });
        var status = Status(bench, Desired(Parent(Mtty, Mdev(1, "mtty-2"))));
        Assert.Equal((Standing.Blocked, PlanningCodes.InUse), Only(status, device => (device.Standing, Assert.Single(device.Findings).Code)));
    }

    [Fact]
    public void What_the_kernel_has_not_answered_is_pending()
    {
        var bench = Applied(Mdev(1, "mtty-1"), Mdev(2, "mtty-1"));
        var desired = Desired(Parent(Mtty, Mdev(1, "mtty-1")));
        var assessment = HostSurvey.Of(bench.Host, desired, bench.Ledger, PlanOptions.Default);
        var observed = assessment.Observed with { Pending = [new(Id(1), "unbind", new(17, 1)), new(Id(2), "remove-mdev", new(18, 1))] };
        var pending = assessment with { Observed = observed, Plan = Planner.Plan(desired, observed, assessment.Ledger, PlanOptions.Default) };
        var status = HostStatus.Of(pending, desired, PlanOptions.Default);
        Assert.False(status.IsInSync);
        Assert.All(status.Devices, device => Assert.Equal((Standing.Pending, PlanningCodes.Pending), (device.Standing, device.Findings[0].Code)));
    }

    [Fact]
    public void The_settings_of_a_parent_stand_as_a_device_does()
    {
        var bench = new Bench(Switch(DevlinkEswitchMode.Legacy));
        var desired = Desired(SwitchParent(DevlinkEswitchMode.Switchdev, []));
        Assert.Equal(Standing.Drifted, Status(bench, desired).Parents[0].Settings!.Standing);
        bench.Apply(desired);
        var status = Status(bench, desired);
        Assert.True(status.IsInSync);
        Assert.Equal(Standing.InSync, status.Parents[0].Settings!.Standing);
    }

    [Fact]
    public void A_param_that_no_reload_has_taken_up_is_pending()
    {
        var bench = new Bench(Switch());
        var desired = Desired(SwitchParent(null, ["enable_roce=true"]));
        var ledger = Ledger.Empty with { Devlink = [new(NicId) { ReloadPending = true }] };
        var status = HostStatus.Of(HostSurvey.Of(bench.Host, desired, ledger, PlanOptions.Default), desired, PlanOptions.Default);
        Assert.False(status.IsInSync);
        Assert.Equal((Standing.Pending, true), (status.Parents[0].Settings!.Standing, status.Parents[0].Settings!.ReloadPending));
    }

    [Fact]
    public void A_param_that_waits_for_the_next_boot_is_in_sync_with_a_note()
    {
        var bench = new Bench(Switch());
        var desired = Desired(SwitchParent(null, ["enable_sriov=false"]));
        bench.Apply(desired);
        var settings = Status(bench, desired).Parents[0].Settings!;
        Assert.Equal(Standing.InSync, settings.Standing);
        Assert.Equal((PlanningCodes.EffectiveAfterBoot, Severity.Note), (settings.Findings[0].Code, settings.Findings[0].Severity));
    }

    [Fact]
    public void What_waits_for_the_settings_of_its_parent_is_blocked()
    {
        var bench = new Bench(Switch());
        var status = Status(bench, Desired(SwitchParent(null, ["no_such_param=1"], Subfunction(88))));
        Assert.Equal(Standing.Blocked, status.Parents[0].Settings!.Standing);
        Assert.Equal(Standing.Blocked, Only(status, device => device.Standing));
        Assert.Contains(status.Parents[0].Findings, finding => finding.Code == PlanningCodes.WaitsForSettings);
    }

    [Fact]
    public void A_subfunction_that_nobody_lists_is_seen_where_the_documents_have_none()
    {
        var host = Switch();
        var bench = new Bench(host with { Observed = host.Observed with { SubDevices = [ExistingSubfunction(98)] } });
        Assert.Equal((Standing.Unmanaged, Sf(98)), Only(Status(bench, Desired(Parent(Mtty))), device => (device.Standing, device.Id)));
    }

    [Fact]
    public void One_parent_can_be_looked_at_alone()
    {
        var bench = new Bench(Host(mdevs: [Existing(1, Mtty, "mtty-1"), Existing(2, Nic, "mlx5_core-local")]));
        var options = new PlanOptions { Parent = Nic };
        var desired = Desired(Parent(Mtty, Mdev(3, "mtty-1")), Parent(Nic));
        var status = HostStatus.Of(HostSurvey.Of(bench.Host, desired, bench.Ledger, options), desired, options);
        Assert.True(status.IsInSync);
        Assert.Equal(Nic, Assert.Single(status.Parents).Address);
    }

    [Fact]
    public void Without_a_document_everything_is_unmanaged()
    {
        var status = Status(Applied(Mdev(1, "mtty-1")), DesiredState.Empty);
        Assert.True(status.IsInSync);
        Assert.Equal(Standing.Unmanaged, Only(status, device => device.Standing));
    }

    private static ProcessHolder Holder(int number) => new(Id(number), 800 + number, "qemu-system-x86", $"/dev/vfio/{number}");

    private static Bench Applied(params DesiredSubDevice[] devices)
    {
        var bench = new Bench(Host());
        Assert.True(bench.Apply(Desired(Parent(Mtty, devices))).IsConverged);
        return bench;
    }

    private static HostStatus Status(Bench bench, DesiredState desired) =>
        HostStatus.Of(HostSurvey.Of(bench.Host, desired, bench.Ledger, PlanOptions.Default), desired, PlanOptions.Default);

    private static T Only<T>(HostStatus status, Func<DeviceStanding, T> of) => of(Assert.Single(status.Devices));
}
