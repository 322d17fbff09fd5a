using System.Text.Json;
using MdevDesired.KernelTests.Machines;
using MdevDesired.KernelTests.Proposal;
using MdevDesired.KernelTests.Safety;
using Xunit;
using static MdevDesired.KernelTests.DocumentText;

namespace MdevDesired.KernelTests.Watching;

/// <summary>The service on a real kernel.</summary>
[Collection(SafetyGroup.Name)]
public sealed class WatchTests(SafetyMachine fixture) : ProposalTest(fixture)
{
    private const int Kill = 9;
    private const int Terminate = 15;

    private RunningCommand? _service;

    public override async Task DisposeAsync()
    {
        if (_service is { HasEnded: false } running)
        {
            running.Signal(Kill);
            await Machine.WaitForAsync(running);
        }

        await base.DisposeAsync();
    }

    [MachineFact]
    public async Task A_device_that_is_removed_by_hand_is_back_at_once()
    {
        await PutAsync("a.yaml", Document(Parent(Port0, Mdev("a", A, Local), Mdev("b", B, Local))));
        await StartAsync();
        // Between the removal and the new device, by the machine's own clock, in hundredths.
        var hundredths = await Machine.OutputOfAsync(
            $"""
            before=$(stat -c %i $(readlink -f /sys/bus/mdev/devices/{A}))
            start=$(cut -d' ' -f1 /proc/uptime | tr -d .)
            echo 1 > /sys/bus/mdev/devices/{A}/remove
            until [ -e /sys/bus/mdev/devices/{A}/mdev_type ]; do usleep 5000; done
            echo $(( $(cut -d' ' -f1 /proc/uptime | tr -d .) - start ))
            [ "$before" != "$(stat -c %i $(readlink -f /sys/bus/mdev/devices/{A}))" ]
            """);
        // Within a second on a host of its own; this one is emulated, and shares its processor.
        Assert.InRange(int.Parse(hundredths, System.Globalization.CultureInfo.InvariantCulture), 0, 300);
        await UntilAsync("in-sync");
        Assert.Equal("2", await Machine.OutputOfAsync("grep -c '\"id\"' /run/mdev-desired/ledger.json"));
    }

    [MachineFact]
    public async Task It_comes_to_rest_after_its_own_changes()
    {
        await PutAsync("a.yaml", Document(Parent(Port0, Mdev("a", A, Local, HostDriver), Mdev("b", B, Local, HostDriver))));
        await StartAsync();
        await Machine.OutputOfAsync("sleep 3");
        var before = await ReconcilesAsync();
        await Machine.OutputOfAsync("sleep 5");
        Assert.Equal(before, await ReconcilesAsync());
        Assert.InRange(before, 1, 4);
    }

    [MachineFact]
    public async Task Files_that_are_changed_at_once_are_one_reconcile()
    {
        await PutAsync("a.yaml", Document(Parent(Port0, Mdev("a", A, Local)), "a"));
        await PutAsync("b.yaml", Document(Parent(Port1, Mdev("b", B, Local)), "b"));
        await StartAsync();
        await Machine.PutFileAsync("/tmp/a.new", Document(Parent(Port0, Mdev("a", A, Local), Mdev("c", C, Local)), "a"));
        await Machine.PutFileAsync("/tmp/b.new", Document(Parent(Port1, Mdev("b", B, Local), Mdev("d", Uuid(4), Local)), "b"));
        // One is replaced by a rename, as editors and git do it, the other is written in place.
        await Machine.OutputOfAsync("cp /tmp/a.new /etc/mdev-desired/.a.tmp; mv /etc/mdev-desired/.a.tmp /etc/mdev-desired/a.yaml; cat /tmp/b.new > /etc/mdev-desired/b.yaml");
        await Machine.OutputOfAsync("until [ $(ls /sys/bus/mdev/devices | wc -l) = 4 ]; do usleep 10000; done; sleep 2");
        var status = await StatusAsync();
        Assert.Equal(1, status.GetProperty("counts").GetProperty("reconciles").GetProperty("documents").GetInt32());
        Assert.Equal(2, status.GetProperty("counts").GetProperty("applies").GetInt32());
        Assert.True(status.GetProperty("inSync").GetBoolean());
    }

    [MachineFact]
    public async Task A_file_that_is_removed_takes_its_devices_along_when_the_rest_has_passed()
    {
        await PutAsync("a.yaml", Document(Parent(Port0, Mdev("a", A, Local)), "a"));
        await PutAsync("b.yaml", Document(Parent(Port1, Mdev("b", B, Local)), "b"));
        await StartAsync("--prune-removed");
        await Machine.OutputOfAsync("rm /etc/mdev-desired/b.yaml; sleep 3");
        Assert.Equal(2, await CountAsync());
        await Machine.OutputOfAsync($"until [ ! -e /sys/bus/mdev/devices/{B} ]; do usleep 10000; done");
        Assert.Equal(1, await CountAsync());
    }

    [MachineFact]
    public async Task A_file_with_mistakes_changes_nothing_until_it_is_mended()
    {
        await PutAsync("a.yaml", Document(Parent(Port0, Mdev("a", A, Local))));
        await StartAsync();
        await PutAsync("a.yaml", Document(Parent(Port0, Mdev("a", A, Local))).Replace("subDevices", "subdevices", StringComparison.Ordinal));
        await UntilAsync("invalid-input");
        var status = await StatusAsync();
        Assert.Equal(7, status.GetProperty("problems")[0].GetProperty("location").GetProperty("line").GetInt32());
        Assert.Contains("/etc/mdev-desired/a.yaml:7:7: error MD0012", _service!.Stderr, StringComparison.Ordinal);
        await Machine.OutputOfAsync($"echo 1 > /sys/bus/mdev/devices/{A}/remove; sleep 2");
        Assert.Equal(0, await CountAsync());

        await PutAsync("a.yaml", Document(Parent(Port0, Mdev("a", A, Local))));
        await UntilAsync("in-sync");
        Assert.Equal(1, await CountAsync());
    }

    [MachineFact]
    public async Task Observing_only_it_reports_and_changes_nothing()
    {
        await PutAsync("a.yaml", Document(Parent(Port0, Mdev("a", A, Local))));
        await StartAsync("--observe-only --textfile /tmp/mdev.prom", "not-in-sync");
        Assert.Equal(0, await CountAsync());
        Assert.Equal("missing", (await StatusAsync()).GetProperty("differences")[0].GetProperty("state").GetString());
        Assert.Equal("mdev_desired_drift 1", await Machine.OutputOfAsync("grep '^mdev_desired_drift ' /tmp/mdev.prom"));
        await CreateByHandAsync(A, "0000:00:05.0", Local);
        await UntilAsync("in-sync");
        Assert.Equal("no", await Machine.OutputOfAsync("[ -e /run/mdev-desired/ledger.json ] && echo yes || echo no"));
    }

    [MachineFact]
    public async Task A_parent_that_fails_is_tried_again_and_keeps_no_other_waiting()
    {
        await SetAsync("fail_create_nth", 1);
        await PutAsync("a.yaml", Document(Parent(Port0, Mdev("a", A, Local))));
        await StartAsync("", "not-in-sync");
        Assert.Equal("EIO", (await StatusAsync()).GetProperty("counts").GetProperty("failures")[0].GetProperty("errno").GetString());
        await SetAsync("fail_create_nth", 0);
        await UntilAsync("in-sync");
        Assert.Equal(0, (await StatusAsync()).GetProperty("setbacks").GetArrayLength());
    }

    [MachineFact]
    public async Task Told_to_stop_it_finishes_the_device_at_hand_and_ends_with_0()
    {
        await SetAsync("create_delay_ms", 1500);
        await PutAsync("a.yaml", Document(Parent(Port0, [.. Enumerable.Range(0, 16).Select(number => Mdev($"dev-{number}", Uuid(number), Local))])));
        _service = Machine.Start("exec mdev-desired watch");
        await Machine.OutputOfAsync("until [ -e /run/mdev-desired/ledger.json ]; do usleep 1000; done");
        _service.Signal(Terminate);
        var result = await Machine.WaitForAsync(_service);
        Assert.True(result.ExitCode == 0, result.ToString());
        var made = await CountAsync();
        Assert.InRange(made, 0, 15);
        Assert.Equal($"{made}", await Machine.OutputOfAsync("grep -c '\"instance\"' /run/mdev-desired/ledger.json || true"));
    }

    [MachineFact]
    public async Task Killed_and_started_again_it_converges_and_changes_nothing_that_is_right()
    {
        await SetAsync("create_delay_ms", 300);
        await PutAsync("a.yaml", Document(Parent(Port0, [.. Enumerable.Range(0, 16).Select(number => Mdev($"dev-{number}", Uuid(number), Local))])));
        _service = Machine.Start("exec mdev-desired watch");
        await Machine.OutputOfAsync("until [ $(ls /sys/bus/mdev/devices | wc -l) -gt 3 ]; do usleep 1000; done");
        _service.Signal(Kill);
        await Machine.WaitForAsync(_service);
        await StartAsync();
        Assert.Equal(16, await CountAsync());
        var inodes = await Machine.OutputOfAsync("stat -Lc %i /sys/bus/mdev/devices/*");
        _service.Signal(Terminate);
        Assert.Equal(0, (await Machine.WaitForAsync(_service)).ExitCode);
        await StartAsync();
        Assert.Equal(inodes, await Machine.OutputOfAsync("stat -Lc %i /sys/bus/mdev/devices/*"));
        Assert.Equal(0, (await StatusAsync()).GetProperty("counts").GetProperty("applies").GetInt32());
    }

    private Task PutAsync(string name, string document) => Machine.PutFileAsync($"/etc/mdev-desired/{name}", document);

    private async Task StartAsync(string options = "", string condition = "in-sync")
    {
        await Machine.RunAsync("rm -f /run/mdev-desired/status.json");
        _service = Machine.Start($"exec mdev-desired watch {options}");
        await UntilAsync(condition);
    }

    private async Task UntilAsync(string condition) => await Machine.OutputOfAsync(
        $"until grep -q '\"condition\": \"{condition}\"' /run/mdev-desired/status.json 2> /dev/null; do usleep 20000; done", Timeout);

    private async Task<JsonElement> StatusAsync() => JsonDocument.Parse(await Machine.OutputOfAsync("cat /run/mdev-desired/status.json")).RootElement;

    private async Task<int> ReconcilesAsync() =>
        (await StatusAsync()).GetProperty("counts").GetProperty("reconciles").EnumerateObject().Sum(count => count.Value.GetInt32());
}
