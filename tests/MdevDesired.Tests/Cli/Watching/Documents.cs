namespace MdevDesired.Tests.Cli.Watching;

/// <summary>Words for small documents about the parents of <see cref="Doubles.Scene"/>.</summary>
internal static class Documents
{
    public static string Document(string name, string parents) =>
        $$"""
        apiVersion: mdevdesired.dev/v1alpha1
        kind: HostDevices
        metadata: { name: {{name}} }
        spec:
          parents:

        """ + parents;

    public static string Mtty(params int[] devices) => Parent("mtty", "mtty-1", devices);

    public static string Nic(params int[] devices) => Parent("pci/0000:05:00.0", "mlx5_core-local", devices);

    private static string Parent(string address, string type, int[] devices) =>
        $"    - device: {address}\n      subDevices: [{string.Join(", ", devices.Select(number => Mdev(number, type)))}]\n";

    private static string Mdev(int number, string type) =>
        $"{{ name: dev-{number}, mdev: {{ uuid: {number:x8}-0000-4000-8000-000000000000, type: {type} }} }}";
}
