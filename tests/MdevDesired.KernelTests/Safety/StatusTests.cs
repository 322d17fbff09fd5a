using System.Text.Json;
using MdevDesired.KernelTests.Machines;
using MdevDesired.KernelTests.Proposal;
using Xunit;
using static MdevDesired.KernelTests.DocumentText;

namespace MdevDesired.KernelTests.Safety;

/// <summary>How each device stands on a real host, for root and for an ordinary user.</summary>
[Collection(SafetyGroup.Name)]
public sealed class StatusTests(SafetyMachine fixture) : ProposalTest(fixture)
{
    private static readonly string Listed = Parent(Port0, Mdev("a", A, Local), Mdev("b", B, Local, null, "max_rq=3"));

    [MachineFact]
    public async Task Each_device_stands_as_the_kernel_has_it()
    {
        await ApplyAsync(Parent(Port0, Mdev("a", A, Local), Mdev("b", B, Local, null, "max_rq=3"), Mdev("gone", Uuid(9), Local)));
        await CreateByHandAsync(C, "0000:00:05.1", Local);
        await Machine.OutputOfAsync($"echo 9 > /sys/bus/mdev/devices/{B}/max_rq");

        var states = await StatesAsync(Parent(Port0, Mdev("a", A, Local), Mdev("b", B, Local, null, "max_rq=3"), Mdev("new", Uuid(8), Local))
            + Parent("pci/0000:00:1f.0", Mdev("far", Uuid(7), Local)));
        Assert.Equal(
            ["aaaaaaaa in-sync", "bbbbbbbb drifted", "00000008 missing", "00000009 leftover", "cccccccc unmanaged", "00000007 parent-absent"],
            states);
    }

    [MachineFact]
    public async Task A_converged_host_is_in_sync_and_one_that_was_changed_is_not()
    {
        await ApplyAsync(Listed);
        Assert.Equal(0, (await RunOnAsync(Listed, "status --exit-code")).ExitCode);
        await Machine.OutputOfAsync($"echo 1 > /sys/bus/mdev/devices/{A}/remove");
        var result = await RunOnAsync(Listed, "status --exit-code");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Host node-7 is not in sync: 1 in sync, 1 missing.", result.Stdout, StringComparison.Ordinal);
        Assert.Equal(0, (await RunOnAsync(Listed, "status")).ExitCode);
    }

    [MachineFact]
    public async Task Whoever_holds_a_device_open_is_named_though_nothing_would_be_done_to_it()
    {
        // Bound to the guests' driver, or there would be nothing to open.
        var listed = Parent(Port0, Mdev("a", A, Local, GuestDriver));
        await ApplyAsync(listed);
        var holder = Machine.Start($"exec hold-vfio {A}");
        await Machine.WaitForOutputAsync(holder, "holding");
        var root = await RunOnAsync(listed, "status --exit-code");
        var user = await AsUserAsync("status");
        holder.Signal(15);
        await Machine.WaitForAsync(holder);

        Assert.Equal(0, root.ExitCode);
        Assert.Contains("(hold-vfio) has /dev/vfio/", Unwrapped(root), StringComparison.Ordinal);
        Assert.DoesNotContain("hold-vfio", user.Stdout, StringComparison.Ordinal);
        Assert.Contains("note MD0406: the processes of other users cannot be looked at", user.Stderr, StringComparison.Ordinal);
    }

    [MachineFact]
    public async Task What_hangs_in_the_kernel_is_pending()
    {
        await ApplyAsync(Parent(Port0, Mdev("gone", A, Local)));
        await SetAsync("hang_remove", "Y");
        Assert.Equal(4, (await RunOnAsync(Parent(Port0), "apply --timeout 2s")).ExitCode);
        var result = await RunOnAsync(Parent(Port0), "status --exit-code");
        await SetAsync("hang_remove", "N");
        await Machine.OutputOfAsync($"until [ ! -e /sys/bus/pci/devices/0000:00:05.0/{A} ]; do usleep 10000; done");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("remove-mdev of an earlier run is pending: process", Unwrapped(result), StringComparison.Ordinal);
        Assert.Equal(0, (await RunOnAsync(Parent(Port0), "status --exit-code")).ExitCode);
    }

    [MachineFact]
    public async Task An_ordinary_user_sees_the_devices_and_what_could_not_be_read()
    {
        await ApplyAsync(Listed);
        foreach (var verb in new[] { $"status -f {DocumentPath}", $"plan -f {DocumentPath}", "show" })
        {
            var result = await AsUserAsync(verb);
            Assert.True(result.ExitCode == 0, $"{verb}: {result}");
            Assert.Contains(
                "warning MD0200: who made the devices is not known: the ledger /run/mdev-desired/ledger.json cannot be read: EACCES",
                result.Stderr,
                StringComparison.Ordinal);
            Assert.Contains("maker", Unwrapped(result), StringComparison.Ordinal);
            Assert.Contains("unknown", result.Stdout, StringComparison.Ordinal);
            Assert.DoesNotContain("made by others", Unwrapped(result), StringComparison.Ordinal);
            Assert.Contains(A, result.Stdout, StringComparison.Ordinal);
        }

        var status = await AsUserAsync($"status -f {DocumentPath} --exit-code -o json");
        Assert.Equal(0, status.ExitCode);
        Assert.Contains("\"ledgerKnown\": false", status.Stdout, StringComparison.Ordinal);
        Assert.Contains("\"madeBy\": \"unknown\"", status.Stdout, StringComparison.Ordinal);
    }

    [MachineFact]
    public async Task An_ordinary_user_changes_nothing()
    {
        await Machine.PutFileAsync(DocumentPath, Document(Listed));
        var result = await AsUserAsync($"apply -f {DocumentPath}");
        Assert.NotEqual(0, result.ExitCode);
        Assert.DoesNotContain("internal error", result.Stderr, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());
    }

    private Task<CommandResult> AsUserAsync(string command) => Machine.RunAsync($"su -s /bin/sh nobody -c 'mdev-desired {command}'");

    private async Task<IReadOnlyList<string>> StatesAsync(string parents)
    {
        var result = await RunOnAsync(parents, "status -o json");
        Assert.True(result.ExitCode == 0, result.ToString());
        using var json = JsonDocument.Parse(result.Stdout);
        return
        [
            .. json.RootElement.GetProperty("parents").EnumerateArray()
                .SelectMany(parent => parent.GetProperty("subDevices").EnumerateArray())
                .Select(device => $"{device.GetProperty("device").GetProperty("id").GetString()![..8]} {device.GetProperty("state").GetString()}"),
        ];
    }
}
