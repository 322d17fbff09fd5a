using MdevDesired.KernelTests.Machines;

namespace MdevDesired.Benchmarks;

/// <summary>What it costs to look at a host with one mediated device, beside the peer that lists it.</summary>
internal static class OneDevice
{
    private const string Document = """
        apiVersion: mdevdesired.dev/v1alpha1
        kind: HostDevices
        metadata: { name: rack7 }
        spec:
          parents:
            - device: mtty
              subDevices:
                - { name: com-0, mdev: { uuid: aaaaaaaa-0000-4000-8000-000000000000, type: mtty-1 } }
        """;

    private static readonly string[] Commands = ["mdevctl list", "mdev-desired plan", "mdev-desired apply", "mdev-desired version"];

    /// <summary>Wall times in ms, each as a share of the first command's.</summary>
    public static async Task<string> MeasureAsync(VirtualMachine machine)
    {
        await machine.PutFileAsync("/etc/mdev-desired/rack7.yaml", Document);
        await machine.OutputOfAsync("mdev-desired apply");
        var times = await Rounds.MeasureAsync(machine, Commands, rounds: 9);
        return Rounds.Table(Commands, times);
    }
}
