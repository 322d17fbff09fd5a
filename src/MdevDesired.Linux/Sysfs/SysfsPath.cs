namespace MdevDesired.Linux.Sysfs;

/// <summary>The paths beneath /sys that mediated devices have (Documentation/driver-api/vfio-mediated-device.rst).</summary>
internal static class SysfsPath
{
    public const string MdevDevices = "bus/mdev/devices";
    public const string MdevDrivers = "bus/mdev/drivers";
    public const string MdevParents = "class/mdev_bus";
    public const string SupportedTypes = "mdev_supported_types";

    /// <summary>Where a link of sysfs leads, as a path beneath /sys; null when it leads out.</summary>
    /// <param name="link">The link's own path beneath /sys.</param>
    /// <param name="target">The link's text, which is relative on sysfs (fs/sysfs/symlink.c).</param>
    public static string? Resolve(string link, string target)
    {
        var path = new Stack<string>(link.Split('/').SkipLast(1));
        foreach (var segment in target.Split('/'))
        {
            if (segment == "..")
            {
                if (!path.TryPop(out _))
                {
                    return null;
                }
            }
            else
            {
                path.Push(segment);
            }
        }

        return target.StartsWith('/') ? null : string.Join('/', path.Reverse());
    }

    public static string LastSegment(string path) => path[(path.LastIndexOf('/') + 1)..];

    public static string Above(string path) => path.LastIndexOf('/') is var slash and > 0 ? path[..slash] : "";
}
