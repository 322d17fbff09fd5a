using System.Globalization;
using MdevDesired.KernelTests.Machines;
using Xunit;
using static MdevDesired.KernelTests.DocumentText;

namespace MdevDesired.KernelTests.Proposal;

/// <summary>Applies that wait for parents and types which come late.</summary>
[Collection(TroubleGroup.Name)]
public sealed class WaitTests(ProposalMachine fixture) : ProposalTest(fixture)
{
    private const int Terminate = 15;
    private const string Log = "/tmp/waiting";
    private const string BothMade = "aa 0000:00:05.0 mlx5_core-local mlx5_core\nbb 0000:00:05.1 mlx5_core-local mlx5_core";
    private const string SecondMade = "bb 0000:00:05.1 mlx5_core-local mlx5_core";

    private static readonly string Two =
        Parent(Port0, Mdev("a", A, Local, HostDriver)) + Parent(Port1, Mdev("b", B, Local, HostDriver));

    [MachineFact]
    public async Task The_devices_of_a_parent_that_is_there_are_made_before_the_other_one_comes()
    {
        await UnbindAsync();
        var waiting = await StartAsync("--wait 60s");
        Assert.Equal(SecondMade, await DevicesAsync());
        Assert.Contains("Waiting for the mdev types of pci/0000:00:05.0 (up to 1 min).", await LogAsync(), StringComparison.Ordinal);

        await BindAsync();

        var result = await Machine.WaitForAsync(waiting);
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("Applied: 2 created; 0 were in sync.", result.Stdout, StringComparison.Ordinal);
        Assert.Contains("Verified: the host is as desired.", result.Stdout, StringComparison.Ordinal);
        Assert.Equal(BothMade, await DevicesAsync());
        await AssertNothingToDoAsync(Two);
    }

    [MachineTheory]
    [InlineData("register_delay_ms", "the mdev types of pci/0000:00:05.0")]
    [InlineData("types_delay_ms", "the mdev type mlx5_core-local of pci/0000:00:05.0")]
    public async Task A_registration_and_types_that_come_later_than_their_device_are_waited_for(string delay, string awaited)
    {
        await SetAsync(delay, 5000);
        await UnbindAsync();
        await BindAsync();

        var result = await Machine.WaitForAsync(await StartAsync("--wait 60s"));

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains($"Waiting for {awaited} (up to 1 min).", await LogAsync(), StringComparison.Ordinal);
        Assert.Equal(BothMade, await DevicesAsync());
    }

    [MachineFact]
    public async Task A_parent_on_no_bus_is_waited_for_as_long_as_its_document_says()
    {
        await SetAsync("soft_parents", 0);
        await Machine.OutputOfAsync("while [ -e /sys/class/mdev_bus/soft0 ]; do usleep 1000; done");
        await Machine.PutFileAsync(DocumentPath, Document(Parent(Soft, Mdev("a", A, SoftLocal, HostDriver))
            .Replace("- device: soft0", "- device: soft0\n      wait: 1m", StringComparison.Ordinal)));
        var waiting = await StartOnDocumentAsync("");

        await SetAsync("soft_parents", 1);

        var result = await Machine.WaitForAsync(waiting);
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal("aa soft0 mdevsim-local mlx5_core", await DevicesAsync());
    }

    [MachineFact]
    public async Task A_parent_that_never_comes_ends_with_4_when_its_wait_is_over()
    {
        await UnbindAsync();

        var result = await RunOnAsync(Two, "apply --wait 2s");

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("parent pci/0000:00:05.0 exists and offers no mediated devices", Unwrapped(result), StringComparison.Ordinal);
        Assert.Equal(SecondMade, await DevicesAsync());
    }

    [MachineFact]
    public async Task A_signal_ends_the_wait_at_once_and_the_report_tells_what_was_done()
    {
        await UnbindAsync();
        var waiting = await StartAsync("--wait 10m");

        waiting.Signal(Terminate);

        var result = await Machine.WaitForAsync(waiting);
        Assert.Equal(130, result.ExitCode);
        Assert.Contains("Applied: 1 created; 0 were in sync.", result.Stdout, StringComparison.Ordinal);
        Assert.Contains("Interrupted: nothing is waited for any more.", await LogAsync(), StringComparison.Ordinal);
        Assert.Equal(SecondMade, await DevicesAsync());
    }

    [MachineFact]
    public async Task Others_may_apply_while_one_waits_and_what_they_made_is_in_sync()
    {
        await UnbindAsync();
        var waiting = await StartAsync("--wait 60s");
        // As udev does when a parent registers, here for one that is there and for one that no document lists.
        foreach (var parent in (string[])["0000:00:05.1", Port1, Port3, Soft])
        {
            var other = await RunOnAsync(Two, $"apply --lock-timeout 1s --parent {parent}");
            Assert.True(other.ExitCode == 0, other.ToString());
        }

        await BindAsync();

        var result = await Machine.WaitForAsync(waiting);
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal(BothMade, await DevicesAsync());
        await ApplyAsync(Parent(Port0) + Parent(Port1));
        Assert.Equal("", await DevicesAsync());
    }

    [MachineFact]
    public async Task Who_waits_sleeps()
    {
        await UnbindAsync();
        var waiting = await StartAsync("--wait 10m");
        // Events that concern nobody, and some that might: each of these wakes it at most for one look.
        var before = await SwitchesAsync();
        await Machine.OutputOfAsync("sleep 5");
        var idle = await SwitchesAsync() - before;

        waiting.Signal(Terminate);
        await Machine.WaitForAsync(waiting);
        // A loop that looked every tenth of a second would be at 50.
        Assert.InRange(idle, 0, 10);
    }

    private async Task<RunningCommand> StartAsync(string options)
    {
        await Machine.PutFileAsync(DocumentPath, Document(Two));
        return await StartOnDocumentAsync(options);
    }

    private async Task<RunningCommand> StartOnDocumentAsync(string options)
    {
        await Machine.OutputOfAsync($"rm -f {Log}");
        var running = Machine.Start($"exec mdev-desired apply {options} -f {DocumentPath} 2> {Log}");
        await Machine.OutputOfAsync($"until grep -q '^Waiting for' {Log} 2> /dev/null; do usleep 10000; done");
        return running;
    }

    private Task<string> LogAsync() => Machine.OutputOfAsync($"cat {Log}");

    private Task<string> UnbindAsync() => Machine.OutputOfAsync("echo 0000:00:05.0 > /sys/bus/pci/drivers/mlx5_core/unbind");

    private Task<string> BindAsync() => Machine.OutputOfAsync("echo 0000:00:05.0 > /sys/bus/pci/drivers/mlx5_core/bind");

    // Of the thread that waits: the others belong to the runtime.
    private async Task<int> SwitchesAsync() => int.Parse(
        await Machine.OutputOfAsync("sed -n 's/^voluntary_ctxt_switches:[^0-9]*//p' /proc/$(pidof mdev-desired)/status"), CultureInfo.InvariantCulture);
}
