namespace MdevDesired.KernelTests.Devlink;

/// <summary>Words for documents with devlink settings and subfunctions.</summary>
internal static class DevlinkText
{
    public const string Switchdev = "eswitch: { mode: switchdev }";

    /// <summary>A parent of <c>spec.parents</c>.</summary>
    /// <param name="device">Its handle.</param>
    /// <param name="devlink">What stands in its <c>devlink</c> between the braces, or empty to leave the key out.</param>
    /// <param name="subDevices">Its sub devices; without any, it wants none.</param>
    public static string Parent(string device, string devlink, params IReadOnlyCollection<string> subDevices) =>
        $"    - device: {device}\n"
        + (devlink.Length == 0 ? "" : $"      devlink: {{ {devlink} }}\n")
        + (subDevices.Count == 0 ? "      subDevices: []\n" : $"      subDevices:\n{string.Concat(subDevices)}");

    /// <summary>A subfunction of a parent's list.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="sfnum">Its number.</param>
    /// <param name="subfunction">More of <c>subfunction</c>, as <c>pfnum: 1</c>.</param>
    /// <param name="others">More of the sub device, as <c>ports: [{ netdev: web0 }]</c>.</param>
    public static string Subfunction(string name, int sfnum, string subfunction = "", string others = "") =>
        $"        - {{ name: {name}, subfunction: {{ sfnum: {sfnum}{After(subfunction)} }}{After(others)} }}\n";

    /// <summary>A list of params, as <c>enable_rdma=false</c>.</summary>
    public static string Params(params string[] values) =>
        $"params: [{string.Join(", ", values.Select(value => $"{{ name: {value.Replace("=", ", value: ", StringComparison.Ordinal)} }}"))}]";

    private static string After(string text) => text.Length == 0 ? "" : $", {text}";
}
