using MdevDesired.Reporting;

namespace MdevDesired.Rendering.Statuses;

/// <summary>Renders a status as metrics, for the textfile collector of node_exporter for instance.</summary>
internal static class StatusMetrics
{
    public static string Render(HostStatus status)
    {
        var text = new MetricsText();
        Add(text, status);
        Use(text, status);
        return text.ToString();
    }

    /// <summary>Adds all but who uses the devices, which only a closer look shows.</summary>
    public static void Add(MetricsText text, HostStatus status)
    {
        Host(text, status);
        Parents(text, status);
        Devices(text, status);
    }

    private static void Host(MetricsText text, HostStatus status)
    {
        text.Gauge("mdev_desired_in_sync", "Whether the host is as desired: 1 or 0.");
        text.Sample("mdev_desired_in_sync", Number(status.IsInSync));
        text.Gauge("mdev_desired_sub_devices", "How many sub devices are in the state.");
        foreach (var standing in StandingWords.All)
        {
            text.Sample("mdev_desired_sub_devices", StatusSummary.Count(status, standing), ("state", StandingWords.Of(standing)));
        }
    }

    private static void Parents(MetricsText text, HostStatus status)
    {
        text.Gauge("mdev_desired_parent_present", "Whether the host has the parent now: 1 or 0.");
        foreach (var parent in status.Parents)
        {
            text.Sample("mdev_desired_parent_present", Number(parent.IsPresent), ("parent", parent.Address.ToString()));
        }

        text.Gauge("mdev_desired_parent_settings_state", "The state of a parent's own settings, as a label; always 1.");
        foreach (var parent in status.Parents.Where(parent => parent.Settings is not null))
        {
            text.Sample(
                "mdev_desired_parent_settings_state", 1,
                ("parent", parent.Address.ToString()), ("state", StandingWords.Of(parent.Settings!.Standing)));
        }
    }

    private static void Devices(MetricsText text, HostStatus status)
    {
        text.Gauge("mdev_desired_sub_device_state", "The state of a sub device, as a label; always 1.");
        foreach (var (parent, device) in Each(status))
        {
            text.Sample("mdev_desired_sub_device_state", 1, [.. Labels(parent, device), ("state", StandingWords.Of(device.Standing))]);
        }
    }

    private static void Use(MetricsText text, HostStatus status)
    {
        text.Gauge("mdev_desired_sub_device_in_use", "How many processes, network interfaces and other namespaces are known to use a sub device.");
        foreach (var (parent, device) in Each(status).Where(pair => pair.Device.Observed is not null))
        {
            text.Sample("mdev_desired_sub_device_in_use", device.Holders.Count, Labels(parent, device));
        }
    }

    private static IEnumerable<(ParentStatus Parent, DeviceStanding Device)> Each(HostStatus status) =>
        status.Parents.SelectMany(parent => parent.Devices.Select(device => (parent, device)));

    private static (string Name, string Value)[] Labels(ParentStatus parent, DeviceStanding device) =>
    [
        ("parent", parent.Address.ToString()),
        ("device", device.Id.ToString()!),
        ("kind", device.Id.Kind),
        ("name", device.Name ?? ""),
        ("document", device.Document ?? ""),
    ];

    private static int Number(bool value) => value ? 1 : 0;
}
