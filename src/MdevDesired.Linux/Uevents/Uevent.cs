using System.Text;

namespace MdevDesired.Linux.Uevents;

/// <summary>What the kernel says of a device that comes, goes or changes (lib/kobject_uevent.c).</summary>
/// <param name="Action">As <c>add</c>, <c>remove</c>, <c>change</c>.</param>
/// <param name="DevicePath">The device's path beneath /sys, with a slash before it.</param>
/// <param name="Subsystem">The bus or class, or empty.</param>
internal sealed record Uevent(string Action, string DevicePath, string Subsystem)
{
    /// <summary>What the mdev core says of a parent: <c>registered</c>, <c>unregistered</c>; else null (drivers/vfio/mdev/mdev_core.c).</summary>
    public string? MdevState { get; init; }

    /// <summary>The kernel's name of the device.</summary>
    public string DeviceName => DevicePath[(DevicePath.LastIndexOf('/') + 1)..];

    /// <summary>Reads a datagram: a headline, then KEY=VALUE, each ended by a NUL; null when it is something else.</summary>
    public static Uevent? Parse(ReadOnlySpan<byte> datagram)
    {
        var fields = Encoding.UTF8.GetString(datagram).Split('\0');
        return Field(fields, "ACTION=") is { } action && Field(fields, "DEVPATH=") is { } path
            ? new(action, path, Field(fields, "SUBSYSTEM=") ?? "") { MdevState = Field(fields, "MDEV_STATE=") }
            : null;
    }

    private static string? Field(string[] fields, string key) =>
        fields.FirstOrDefault(field => field.StartsWith(key, StringComparison.Ordinal))?[key.Length..];
}
