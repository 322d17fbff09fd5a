using MdevDesired.KernelTests.Machines;
using Xunit;
using static MdevDesired.KernelTests.DocumentText;

namespace MdevDesired.KernelTests.Proposal;

/// <summary>Parents that go, with all their sub devices, and come back.</summary>
[Collection(TroubleGroup.Name)]
public sealed class ParentTests(ProposalMachine fixture) : ProposalTest(fixture)
{
    private static readonly string Three =
        Parent(Port0, Mdev("a", A, Local, HostDriver, "max_rq=3"), Mdev("b", B, Local, GuestDriver))
        + Parent(Port1, Mdev("c", C, Local, HostDriver));

    [MachineFact]
    public async Task A_parent_whose_driver_was_away_gets_its_sub_devices_back()
    {
        await ApplyAsync(Three);
        var (inode, other) = (await InodeAsync(A), await InodeAsync(C));
        await Machine.OutputOfAsync("echo 0000:00:05.0 > /sys/bus/pci/drivers/mlx5_core/unbind");
        Assert.Equal("cc 0000:00:05.1 mlx5_core-local mlx5_core", await DevicesAsync());

        var without = await RunOnAsync(Three, "apply");
        Assert.Equal(4, without.ExitCode);
        Assert.Contains(
            "parent pci/0000:00:05.0 exists and offers no mediated devices; its 2 sub devices are left out",
            Unwrapped(without),
            StringComparison.Ordinal);

        await Machine.OutputOfAsync("echo 0000:00:05.0 > /sys/bus/pci/drivers/mlx5_core/bind");
        Assert.Contains("2 created; 1 was in sync", await ApplyAsync(Three), StringComparison.Ordinal);
        Assert.Equal(
            """
            aa 0000:00:05.0 mlx5_core-local mlx5_core
            bb 0000:00:05.0 mlx5_core-local vfio_mdev
            cc 0000:00:05.1 mlx5_core-local mlx5_core
            """,
            await DevicesAsync());
        Assert.Equal("3", await AttributeAsync(A, "max_rq"));
        Assert.NotEqual(inode, await InodeAsync(A));
        Assert.Equal(other, await InodeAsync(C));

        // What came back belongs to the document as before.
        await ApplyAsync(Parent(Port0) + Parent(Port1));
        Assert.Equal("", await DevicesAsync());
    }

    [MachineFact]
    public async Task A_parent_on_no_bus_that_was_away_gets_its_sub_devices_back()
    {
        var soft = Parent(Soft, Mdev("a", A, SoftLocal, HostDriver));
        await ApplyAsync(soft);
        await SetAsync("soft_parents", 0);
        await Machine.OutputOfAsync("while [ -e /sys/class/mdev_bus/soft0 ]; do usleep 1000; done");
        Assert.Contains("parent soft0 is absent", Unwrapped(await RunOnAsync(soft, "apply")), StringComparison.Ordinal);
        await SetAsync("soft_parents", 1);
        await Machine.OutputOfAsync("until [ -e /sys/class/mdev_bus/soft0 ]; do usleep 1000; done");
        await ApplyAsync(soft);
        Assert.Equal("aa soft0 mdevsim-local mlx5_core", await DevicesAsync());
    }

    [MachineFact]
    public async Task A_parent_that_goes_in_the_midst_of_an_apply_fails_its_own_sub_devices_only()
    {
        var many = Parent(Port0, [.. Enumerable.Range(0, 12).Select(i => Mdev($"gone-{i}", Uuid(i), Local))])
            + Parent(Port1, [.. Enumerable.Range(100, 4).Select(i => Mdev($"stays-{i}", Uuid(i), Local))]);
        // More devices than are made at once: when the parent goes, some are not begun yet.
        await SetAsync("create_delay_ms", 1000);
        await Machine.PutFileAsync(DocumentPath, Document(many));
        var applying = Machine.Start($"mdev-desired apply -o json -f {DocumentPath}");
        await Machine.OutputOfAsync(
            """
            until [ -e /run/mdev-desired/ledger.json ]; do usleep 1000; done
            echo 0000:00:05.0 > /sys/bus/pci/drivers/mlx5_core/unbind
            """);
        var report = RunReport.Of(await Machine.WaitForAsync(applying));
        Assert.Equal(4, report.ExitCode);
        Assert.NotEmpty(report.Failed);
        Assert.All(report.Failed, device => Assert.StartsWith("0000000", device.Uuid, StringComparison.Ordinal));
        Assert.Equal(4, report.Applied.Count(device => device.Uuid.StartsWith("0000006", StringComparison.Ordinal)));

        await SetAsync("create_delay_ms", 0);
        await Machine.OutputOfAsync("echo 0000:00:05.0 > /sys/bus/pci/drivers/mlx5_core/bind");
        Assert.Contains("12 created; 4 were in sync", await ApplyAsync(many), StringComparison.Ordinal);
        Assert.Equal(16, await CountAsync());
    }
}
