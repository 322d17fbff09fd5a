using MdevDesired.KernelTests.Machines;

namespace MdevDesired.Benchmarks;

/// <summary>What it costs to compare 256 subfunctions on four parents, beside the three commands that only show them.</summary>
internal static class TwoHundredSubfunctions
{
    private const string Shown = "devlink -j port show; devlink -j dev show; devlink -j dev param show";

    private static readonly string[] Functions = ["05.0", "05.1", "06.0", "06.1"];

    private static readonly string[] Commands = [$"eval '{Shown}'", "mdev-desired plan", "mdev-desired apply"];

    /// <summary>Wall times in ms, each as a share of the first command's.</summary>
    public static async Task<string> MeasureAsync(VirtualMachine machine)
    {
        await machine.PutFileAsync("/etc/mdev-desired/rack7.yaml", Document());
        await machine.OutputOfAsync("mdev-desired apply", TimeSpan.FromMinutes(5));
        var times = await Rounds.MeasureAsync(machine, Commands, rounds: 5);
        return Rounds.Table(Commands, times);
    }

    private static string Document() =>
        """
        apiVersion: mdevdesired.dev/v1alpha1
        kind: HostDevices
        metadata: { name: rack7 }
        spec:
          parents:

        """ + string.Concat(Functions.Select(Parent));

    private static string Parent(string function) =>
        $"    - device: pci/0000:00:{function}\n      devlink: {{ eswitch: {{ mode: switchdev }} }}\n      subDevices:\n"
        + string.Concat(Enumerable.Range(1, 64).Select(number =>
            $"        - {{ name: sf-{number}, subfunction: {{ sfnum: {number} }}, devlink: {{ params: [{{ name: enable_rdma, value: false }}] }} }}\n"));
}
