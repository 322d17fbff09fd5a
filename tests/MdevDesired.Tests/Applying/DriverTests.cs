using MdevDesired.Applying;
using MdevDesired.Planning;
using MdevDesired.Tests.Doubles;
using Xunit;
using static MdevDesired.Tests.Doubles.Scene;

namespace MdevDesired.Tests.Applying;

/// <summary>How a sub device gets its driver and its attributes, on buses that bind after creation and on those that do not.</summary>
public class DriverTests
{
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

    private static void UnbindByHand(Bench bench, string driver) =>
        bench.Host.Perform(new Unbind { Parent = Nic, Id = Id(1), Driver = new(driver), Reason = "by hand" });

    private static IEnumerable<string> Steps(ApplyReport report) =>
        Assert.Single(report.Outcomes).Actions.Select(outcome => $"{outcome.Action.Kind} {outcome.Status}");
}
