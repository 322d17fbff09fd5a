using MdevDesired.Rendering.Pages;
using MdevDesired.Reporting;

namespace MdevDesired.Rendering.Statuses;

/// <summary>A status in one line.</summary>
internal static class StatusSummary
{
    public static string Of(HostStatus status)
    {
        var counts = StandingWords.All
            .Select(standing => (standing, Count: Count(status, standing)))
            .Where(pair => pair.Count > 0)
            .Select(pair => $"{pair.Count} {StandingWords.Text(pair.standing)}");
        var devices = status.Devices.Any() ? string.Join(", ", counts) : "no sub device is listed, and none exists";
        return $"Host {status.Host} is {(status.IsInSync ? "in sync" : "not in sync")}: {devices}{Settings(status)}{InUse(status)}.";
    }

    /// <summary>How many sub devices stand like that.</summary>
    public static int Count(HostStatus status, Standing standing) => status.Devices.Count(device => device.Standing == standing);

    /// <summary>How many sub devices are known to be in use.</summary>
    public static int CountInUse(HostStatus status) => status.Devices.Count(device => device.Holders.Count > 0);

    private static string Settings(HostStatus status)
    {
        var differ = status.Parents.Count(parent => parent.Settings is { Standing: not Standing.InSync });
        return differ == 0 ? "" : $"; {Quantity.Of(differ, "parent")} with settings that are not as listed";
    }

    private static string InUse(HostStatus status) => CountInUse(status) is > 0 and var count ? $"; {count} in use" : "";
}
