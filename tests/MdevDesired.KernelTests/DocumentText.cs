namespace MdevDesired.KernelTests;

/// <summary>Words for small desired-state documents.</summary>
internal static class DocumentText
{
    public static string Uuid(int number) => $"{number:x8}-0000-4000-8000-000000000000";

    /// <summary>A sub device of a parent's list.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="uuid">Its UUID.</param>
    /// <param name="type">Its mdev type.</param>
    /// <param name="driver">Its driver, <c>none</c>, or null to leave the key out.</param>
    /// <param name="values">Its params, as in <c>max_rq=8</c>.</param>
    public static string Mdev(string name, string uuid, string type, string? driver = null, params string[] values) =>
        $"        - {{ name: {name}, mdev: {{ uuid: {uuid}, type: {type}{Params(values)} }}{Driver(driver)} }}\n";

    /// <summary>A parent of <c>spec.parents</c>, which wants exactly these sub devices.</summary>
    public static string Parent(string device, params string[] subDevices) =>
        subDevices.Length == 0
            ? $"    - {{ device: {device}, subDevices: [] }}\n"
            : $"    - device: {device}\n      subDevices:\n{string.Concat(subDevices)}";

    public static string Document(string parents, string name = "rack7") =>
        $$"""
        apiVersion: mdevdesired.dev/v1alpha1
        kind: HostDevices
        metadata: { name: {{name}} }
        spec:
          parents:

        """ + parents;

    private static string Params(string[] values) =>
        values.Length == 0 ? "" : $", params: [{string.Join(", ", values.Select(Param))}]";

    private static string Param(string value) => value.Split('=') is [var name, var text]
        ? $"{{ name: {name}, value: {text} }}"
        : throw new ArgumentException($"{value} is not NAME=VALUE", nameof(value));

    private static string Driver(string? driver) => driver is null ? "" : $", driver: {driver}";
}
