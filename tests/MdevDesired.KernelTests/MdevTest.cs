using System.Globalization;
using MdevDesired.KernelTests.Machines;
using Xunit;

namespace MdevDesired.KernelTests;

/// <summary>Base of the tests that drive the published program; each begins without mdevs and without a ledger.</summary>
public abstract class MdevTest(MachineFixture fixture) : MachineTest(fixture)
{
    protected const string A = "aaaaaaaa-0000-4000-8000-000000000000";
    protected const string B = "bbbbbbbb-0000-4000-8000-000000000000";
    protected const string C = "cccccccc-0000-4000-8000-000000000000";

    protected const string DocumentPath = "/tmp/rack7.yaml";

    /// <summary>How long a command may take.</summary>
    protected virtual TimeSpan Timeout => VirtualMachine.DefaultTimeout;

    public override async Task InitializeAsync() =>
        await Machine.OutputOfAsync(
            """
            rm -rf /run/mdev-desired /etc/mdev-desired/*
            for device in /sys/bus/mdev/devices/*; do
              # A device that a failed test left while it was being made cannot be removed yet.
              until [ ! -e "$device" ] || echo 1 > "$device/remove"; do usleep 10000; done
            done
            """,
            Timeout);

    /// <summary>Puts a document with the given parents, as list items of <c>spec.parents</c>, and runs a command on it.</summary>
    protected Task<CommandResult> RunOnAsync(string parents, string command) =>
        RunOnDocumentAsync(DocumentText.Document(parents), command);

    /// <summary>The same with a whole document.</summary>
    protected async Task<CommandResult> RunOnDocumentAsync(string document, string command)
    {
        await Machine.PutFileAsync(DocumentPath, document);
        return await Machine.RunAsync($"mdev-desired {command} -f {DocumentPath}", Timeout);
    }

    /// <summary>Applies and demands success; gives what the program wrote.</summary>
    protected Task<string> ApplyAsync(string parents) => ApplyDocumentAsync(DocumentText.Document(parents));

    /// <summary>The same with a whole document.</summary>
    protected async Task<string> ApplyDocumentAsync(string document)
    {
        var result = await RunOnDocumentAsync(document, "apply");
        Assert.True(result.ExitCode == 0, result.ToString());
        return result.Stdout;
    }

    /// <summary>Applies, whatever comes of it, and gives the report.</summary>
    protected async Task<RunReport> ReportAsync(string parents) => RunReport.Of(await RunOnAsync(parents, "apply -o json"));

    /// <summary>The plan as people read it, unwrapped.</summary>
    protected async Task<string> PlanAsync(string parents) => Unwrapped(await RunOnAsync(parents, "plan"));

    protected async Task AssertNothingToDoAsync(string parents)
    {
        var result = await RunOnAsync(parents, "plan --exit-code");
        Assert.True(result.ExitCode == 0, result.ToString());
    }

    protected Task<string> CreateByHandAsync(string uuid, string parent, string type) =>
        Machine.OutputOfAsync($"echo {uuid} > /sys/class/mdev_bus/{parent}/mdev_supported_types/{type}/create");

    /// <summary>The host's mdevs by UUID: the first two digits, the parent, the type and the driver of each, in one line.</summary>
    protected Task<string> DevicesAsync() => Machine.OutputOfAsync(
        """
        cd /sys/bus/mdev/devices; for uuid in *; do
          [ -e $uuid ] || continue
          driver=$(readlink $uuid/driver || echo -)
          echo $(echo $uuid | cut -c1-2) $(basename $(dirname $(readlink -f $uuid))) $(basename $(readlink $uuid/mdev_type)) ${driver##*/}
        done
        """);

    protected async Task<int> CountAsync() => int.Parse(
        await Machine.OutputOfAsync("ls /sys/bus/mdev/devices | wc -l"), CultureInfo.InvariantCulture);

    /// <summary>What makes an instance that very one: a device made again has another inode.</summary>
    protected Task<string> InodeAsync(string uuid) =>
        Machine.OutputOfAsync($"stat -c %i $(readlink -f /sys/bus/mdev/devices/{uuid})");

    /// <summary>All that a command wrote, as if its terminal were endlessly wide.</summary>
    protected static string Unwrapped(CommandResult result) =>
        string.Join(' ', (result.Stdout + result.Stderr).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
