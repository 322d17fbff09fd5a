using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using MdevDesired.Planning;

namespace MdevDesired.Rendering.Plans;

/// <summary>The columns that name the sub device of a change: sign and name, identity, type.</summary>
internal static class DeviceLine
{
    public static IEnumerable<string> Of(DeviceChange change) =>
    [
        $"{ChangeLook.Sign(change.Kind)} {change.Name ?? "(made by others)"}",
        change.Id.ToString()!,
        .. Type(change.Desired),
    ];

    private static IEnumerable<string> Type(DesiredSubDevice? desired) =>
        desired is DesiredMdev mdev ? [mdev.Type.ToString()] : [];
}
