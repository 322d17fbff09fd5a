namespace MdevDesired.Tests.Cli;

/// <summary>Files for the program: a host of one parent with room for two small devices, and documents for it.</summary>
internal static class Examples
{
    public const string Host = """
        apiVersion: mdevdesired.dev/v1alpha1
        kind: ObservedState
        host: node-7
        mdevDrivers: [mtty]
        parents:
          - device: mtty
            types:
              - { name: mtty-1, availableInstances: 2 }
              - { name: mtty-2, availableInstances: 1 }
        simulation:
          parents: [{ device: mtty, pool: { size: 2, costs: { mtty-2: 2 } } }]
        """;

    public const string One = """
        apiVersion: mdevdesired.dev/v1alpha1
        kind: HostDevices
        metadata: { name: rack7 }
        spec:
          parents:
            - device: mtty
              subDevices:
                - { name: com-0, mdev: { uuid: 11111111-0000-4000-8000-000000000000, type: mtty-1 } }
        """;

    public static readonly string Changed = One.Replace("type: mtty-1", "type: mtty-2", StringComparison.Ordinal);

    public static readonly string Absent = One.Replace("device: mtty", "device: mttz", StringComparison.Ordinal);

    public static readonly string Three = One
        + "\n        - { name: com-1, mdev: { uuid: 22222222-0000-4000-8000-000000000000, type: mtty-1 } }"
        + "\n        - { name: com-2, mdev: { uuid: 33333333-0000-4000-8000-000000000000, type: mtty-1 } }\n";
}
