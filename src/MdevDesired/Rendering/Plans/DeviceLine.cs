using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using MdevDesired.Planning;

namespace MdevDesired.Rendering.Plans;

/// <summary>
/// The columns that name the sub devices of a parent's changes: sign and name, identity, type; of the parent's own settings sign and word.
/// </summary>
internal sealed class DeviceLine
{
    // A name longer than this would push everybody's type to the next line: it only pushes its own.
    private const int WidestName = 16;

    private readonly int _width;

    public DeviceLine(IEnumerable<DeviceChange> ofOneParent) =>
        _width = ofOneParent.Max(change => Math.Min(WidestName, Name(change).Length));

    public IEnumerable<string> Of(DeviceChange change) =>
    [
        $"{ChangeLook.Sign(change.Kind),3} {Name(change).PadRight(_width)}",
        .. change.Id.Label is { Length: > 0 } label ? [label] : Array.Empty<string>(),
        .. Type(change.Desired),
    ];

    private static string Name(DeviceChange change) => ChangeLook.Name(change) ?? "(by others)";

    private static IEnumerable<string> Type(DesiredSubDevice? desired) =>
        desired is DesiredMdev mdev ? [mdev.Type.ToString()] : [];
}
