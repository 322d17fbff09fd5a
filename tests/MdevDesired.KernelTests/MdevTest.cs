using System.Text;
using MdevDesired.KernelTests.Machines;

namespace MdevDesired.KernelTests;

/// <summary>Base of the tests that drive the published program; each begins on a machine without mdevs and without a ledger.</summary>
public abstract class MdevTest<TFixture>(TFixture fixture) : MachineTest<TFixture>(fixture)
    where TFixture : MachineFixture
{
    protected const string A = "aaaaaaaa-0000-4000-8000-000000000000";
    protected const string B = "bbbbbbbb-0000-4000-8000-000000000000";
    protected const string C = "cccccccc-0000-4000-8000-000000000000";

    private const string DocumentPath = "/tmp/rack7.yaml";

    public override async Task InitializeAsync() =>
        await Machine.OutputOfAsync(
            """
            rm -rf /run/mdev-desired /etc/mdev-desired/*
            for device in /sys/bus/mdev/devices/*; do [ ! -e "$device" ] || echo 1 > "$device/remove"; done
            """);

    /// <summary>Puts a document with the given parents, indented as list items of <c>spec.parents</c>, and runs a command on it.</summary>
    protected async Task<CommandResult> RunOnAsync(string parents, string command)
    {
        await Machine.PutFileAsync(DocumentPath, Document(parents));
        return await Machine.RunAsync($"mdev-desired {command} -f {DocumentPath}");
    }

    /// <summary>Applies and demands success; gives what the program wrote.</summary>
    protected async Task<string> ApplyAsync(string parents)
    {
        var result = await RunOnAsync(parents, "apply");
        Xunit.Assert.True(result.ExitCode == 0, result.ToString());
        return result.Stdout;
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

    /// <summary>What makes an instance that very one: a device made again has another inode.</summary>
    protected Task<string> InodeAsync(string uuid) => Machine.OutputOfAsync($"stat -c %i $(readlink -f /sys/bus/mdev/devices/{uuid})");

    /// <summary>All that a command wrote, as if its terminal were endlessly wide.</summary>
    protected static string Unwrapped(CommandResult result) =>
        string.Join(' ', (result.Stdout + result.Stderr).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    protected static string Mdev(string name, string uuid, string type, string more = "") =>
        $"        - {{ name: {name}, mdev: {{ uuid: {uuid}, type: {type} }}{more} }}\n";

    protected static string Parent(string device, params string[] subDevices) =>
        subDevices.Length == 0
            ? $"    - {{ device: {device}, subDevices: [] }}\n"
            : $"    - device: {device}\n      subDevices:\n{string.Concat(subDevices)}";

    private static string Document(string parents) => new StringBuilder()
        .AppendLine("apiVersion: mdevdesired.dev/v1alpha1")
        .AppendLine("kind: HostDevices")
        .AppendLine("metadata: { name: rack7 }")
        .AppendLine("spec:")
        .AppendLine("  parents:")
        .Append(parents)
        .ToString();
}
