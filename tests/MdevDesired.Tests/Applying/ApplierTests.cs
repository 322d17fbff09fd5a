using MdevDesired.Model;
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
    public void Frees_instances_before_it_takes_them()
    {
        var bench = new Bench(Host());
        bench.Apply(Desired(Parent(Nic, [.. Enumerable.Range(1, 8).Select(number => Mdev(number, "mlx5_core-local"))])));
        var report = bench.Apply(Desired(Parent(Nic, [.. Enumerable.Range(5, 8).Select(number => Mdev(number, "mlx5_core-local"))])));
        Assert.True(report.IsConverged);
        Assert.Equal(8, bench.Devices().Count);
    }

    [Fact]
    public void Notes_that_nobody_knows_the_parent_that_is_asked_for_alone()
    {
        var bench = new Bench(Host()) { Options = new() { Parent = ParentAddress.Parse("mtti") } };
        var plan = bench.Plan(Desired(Parent(Mtty, Mdev(1, "mtty-1"))));
        Assert.True(plan is { IsRefused: false, IsBlocked: false, IsEmpty: true });
        Assert.Equal("did you mean \"mtty\"?", Assert.Single(plan.Findings).Diagnostic.Hint);
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
}
