using MdevDesired.Model.Mdevs;
using MdevDesired.Reporting;

namespace MdevDesired.Rendering.Statuses;

/// <summary>The columns of a status: the word, the name, the identity, and of a device without a name its type.</summary>
internal sealed class StandingColumns
{
    // A longer name only pushes what follows it.
    private const int WidestName = 16;

    private readonly int _word;
    private readonly int _name;

    public StandingColumns(IReadOnlyCollection<DeviceStanding> devices)
    {
        _word = devices.Select(device => StandingWords.Text(device.Standing).Length).DefaultIfEmpty().Max();
        _name = devices.Select(device => Math.Min(WidestName, Name(device).Length)).DefaultIfEmpty().Max();
    }

    /// <summary>Blanks before what is said of a device beneath its line.</summary>
    public int Indent => 2 + _word + 2;

    public IEnumerable<string> Of(DeviceStanding device) =>
        new[]
        {
            StandingWords.Text(device.Standing).PadRight(_word),
            Name(device).PadRight(_name),
            device.Id.Label,
            device is { Name: null, Observed: ObservedMdev { Type: { } type } } ? type.ToString() : "",
        }.Where(column => column.Length > 0);

    private static string Name(DeviceStanding device) => device.Id is Model.ParentId ? "settings" : device.Name ?? "";
}
