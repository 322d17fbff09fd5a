using MdevDesired.KernelTests.Machines;
using Xunit;
using static MdevDesired.KernelTests.DocumentText;
using static MdevDesired.KernelTests.Proposal.ProposalExample;

namespace MdevDesired.KernelTests.Proposal;

/// <summary>The whole of the proposal at once: examples/proposal.yaml.</summary>
[Collection(ProposalGroup.Name)]
public sealed class ProposalExampleTests(ProposalMachine fixture) : ProposalTest(fixture)
{
    // The number at the end of each UUID, the parent, the type and the driver.
    private const string AsListed =
        """
        1 0000:00:05.0 mlx5_core-local mlx5_core
        2 0000:00:05.0 mlx5_core-local mlx5_core
        3 0000:00:05.1 mlx5_core-large mlx5_core
        4 0000:00:05.1 mlx5_core-local -
        5 0000:00:06.0 mlx5_core-local vfio_mdev
        6 0000:00:06.0 mlx5_core-local vfio_mdev
        7 0000:00:06.0 mlx5_core-local -
        8 0000:00:06.1 mlx5_core-local mlx5_core
        9 soft0 mdevsim-local mlx5_core
        """;

    private const string AsChanged =
        """
        1 0000:00:05.0 mlx5_core-local mlx5_core
        3 0000:00:05.1 mlx5_core-local mlx5_core
        4 0000:00:05.1 mlx5_core-local -
        5 0000:00:06.0 mlx5_core-local mlx5_core
        6 0000:00:06.0 mlx5_core-local vfio_mdev
        7 0000:00:06.0 mlx5_core-local -
        8 0000:00:06.1 mlx5_core-local mlx5_core
        9 soft0 mdevsim-local mlx5_core
        a 0000:00:05.0 mlx5_core-local mlx5_core
        """;

    [MachineFact]
    public async Task Is_applied_looked_at_applied_again_changed_and_taken_down()
    {
        Assert.Contains("9 created", await ApplyDocumentAsync(Text), StringComparison.Ordinal);
        await AssertSystemViewAsync();
        await AssertParamsAsync();
        await AssertDevlinkAsync();

        var inodes = await InodesAsync();
        Assert.Contains("Nothing to do: 9 sub devices are as desired.", await ApplyDocumentAsync(Text), StringComparison.Ordinal);
        Assert.Equal(inodes, await InodesAsync());

        await ChangeOneOfEachKindAsync();
        await TakeDownAsync();
    }

    [MachineFact]
    public async Task Only_what_must_be_rebound_fails_where_nothing_is_bound_after_creation()
    {
        await SetAsync("match", "never");
        var report = RunReport.Of(await RunOnDocumentAsync(Text, "apply -o json"));
        Assert.Equal(4, report.ExitCode);
        Assert.Equal([UuidOf(5), UuidOf(6)], report.Failed.Select(device => device.Uuid));
        Assert.All(
            report.Failed, device => Assert.Contains("the kernel attached mlx5_core", device.Failure, StringComparison.Ordinal));
        Assert.Equal(Lines(AsListed).Where(line => line[0] is not ('5' or '6')), Lines(await NumberedDevicesAsync()));
        await AssertParamsAsync();
    }

    private async Task AssertSystemViewAsync()
    {
        Assert.Equal(AsListed, await NumberedDevicesAsync());
        Assert.Equal(
            $"{UuidOf(1)}\n{UuidOf(2)}", await Machine.OutputOfAsync("cd /sys/bus/pci/devices/0000:00:05.0; ls -d 2f1b7a10-*"));
        Assert.Equal("mlx5_core\nvfio_mdev", await Machine.OutputOfAsync("ls /sys/bus/mdev/drivers"));
        Assert.Equal(
            $"/sys/devices/pci0000:00/0000:00:06.0/{UuidOf(5)}", await LinkedAsync($"/sys/bus/mdev/devices/{UuidOf(5)}"));
        Assert.Equal($"/sys/devices/virtual/mdevsim/soft0/{UuidOf(9)}", await LinkedAsync($"/sys/bus/mdev/devices/{UuidOf(9)}"));
        Assert.Equal(
            string.Join('\n', new[] { 1, 2, 3, 8, 9 }.Select(number => $"mdev/{UuidOf(number)}")), await DevlinkInstancesAsync());
        var netdev = await NetdevAsync(UuidOf(1));
        Assert.Equal(
            $"/sys/devices/pci0000:00/0000:00:05.0/{UuidOf(1)}", await LinkedAsync($"/sys/class/net/{netdev}/device"));
    }

    private async Task AssertParamsAsync()
    {
        Assert.Equal("8", await AttributeAsync(UuidOf(1), "max_tx_queues"));
        Assert.Equal("16", await AttributeAsync(UuidOf(1), "max_rq"));
        Assert.Equal("0", await AttributeAsync(UuidOf(1), "enable_roce"));
        Assert.Equal("1", await AttributeAsync(UuidOf(2), "enable_roce"));
        Assert.Equal("2", await AttributeAsync(UuidOf(3), "num_ports"));
        Assert.Equal("1\n2\n16", await AttributeAsync(UuidOf(4), "queues"));
        Assert.Equal("2", await AttributeAsync(UuidOf(7), "max_tx_queues"));
    }

    private async Task AssertDevlinkAsync()
    {
        Assert.Equal("smfs", await ParamAsync(Port0, "flow_steering_mode"));
        Assert.Equal("smfs", await ParamAsync($"mdev/{UuidOf(1)}", "flow_steering_mode"));
        Assert.Equal("container0", await NetdevAsync(UuidOf(1)));
        Assert.Equal("0 eth\n1 ib", await PortsAsync(UuidOf(3)));
        Assert.Contains("mode switchdev", await Machine.OutputOfAsync($"devlink dev eswitch show {Port3}"), StringComparison.Ordinal);
    }

    private async Task ChangeOneOfEachKindAsync()
    {
        Assert.Equal(("0 tx 8 rx 16", "0 eth\n1 ib"), (await NetdevsAsync(UuidOf(1)), await PortsAsync(UuidOf(3))));
        var inodes = Lines(await InodesAsync());
        var changed = With(
            // 1 is bound: unbound, written, bound again. 2 leaves the file, and 10 is new. 3 is replaced.
            ("{ name: max_rq, value: 16 }", "{ name: max_rq, value: 12 }"),
            (UuidOf(2), UuidOf(10)),
            ("type: mlx5_core-large", "type: mlx5_core-local"),
            // 4: a member leaves its set and another comes. 5 comes back to the host.
            ("{ name: assign_queue, value: 2 }", "{ name: assign_queue, value: 3 }"),
            ($"{UuidOf(5)}\n            type: mlx5_core-local\n          driver: vfio_mdev",
                $"{UuidOf(5)}\n            type: mlx5_core-local\n          driver: mlx5_core"),
            // 7 is not bound: written. 9 is renamed.
            ("{ name: max_tx_queues, value: 2 }", "{ name: max_tx_queues, value: 3 }"),
            ("name: soft-net", "name: soft-network"));

        var plan = Unwrapped(await RunOnDocumentAsync(changed, "plan"));
        Assert.Contains(
            "Plan: 1 to create, 4 to change, 1 to replace, 1 to remove, 1 to adopt; 2 in sync.", plan, StringComparison.Ordinal);
        Assert.Contains("was named soft-net", plan, StringComparison.Ordinal);
        await ApplyDocumentAsync(changed);

        Assert.Equal(AsChanged, await NumberedDevicesAsync());
        Assert.Equal(("0 tx 8 rx 12", "1\n3\n16"), (await NetdevsAsync(UuidOf(1)), await AttributeAsync(UuidOf(4), "queues")));
        Assert.Equal("3", await AttributeAsync(UuidOf(7), "max_tx_queues"));

        // Nothing else was made anew.
        Assert.Equal(["3"], inodes.Except(Lines(await InodesAsync())).Select(line => line[..1]).Except(["2"]));
        Assert.Equal(0, (await RunOnDocumentAsync(changed, "plan --exit-code")).ExitCode);
    }

    private async Task TakeDownAsync()
    {
        var none = string.Concat(new[] { Port0, Port1, Port2, Port3, Soft }.Select(device => Parent(device)));
        var nothing = Document(none, "proposal");
        Assert.Contains("9 removed", await ApplyDocumentAsync(nothing), StringComparison.Ordinal);
        Assert.Equal("", await NumberedDevicesAsync());
        Assert.Equal("", await DevlinkInstancesAsync());
        Assert.Equal("0", await Machine.OutputOfAsync("grep -c 2f1b7a10 /run/mdev-desired/ledger.json || true"));
    }

    private Task<string> NumberedDevicesAsync() => Machine.OutputOfAsync(
        """
        cd /sys/bus/mdev/devices; for uuid in *; do
          [ -e $uuid ] || continue
          driver=$(readlink $uuid/driver || echo -)
          echo ${uuid##*000} $(basename $(dirname $(readlink -f $uuid))) $(basename $(readlink $uuid/mdev_type)) ${driver##*/}
        done
        """);

    private Task<string> LinkedAsync(string path) => Machine.OutputOfAsync($"readlink -f {path}");

    private Task<string> InodesAsync() => Machine.OutputOfAsync(
        "cd /sys/bus/mdev/devices; for uuid in *; do echo ${uuid##*000} $(stat -Lc %i $uuid); done");

    private static string[] Lines(string text) => text.Split('\n');
}
