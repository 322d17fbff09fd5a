using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using MdevDesired.Rendering.Pages;

namespace MdevDesired.Rendering.Observations;

/// <summary>Renders what a host has as people read it.</summary>
internal sealed class ObservedText
{
    private readonly ObservedState _observed;
    private readonly OwnedDevices _devices;
    private readonly Page _page;

    private ObservedText(ObservedState observed, Ledger ledger, Palette palette)
    {
        _observed = observed;
        _devices = new(observed, ledger);
        _page = new(palette);
    }

    public static string Render(ObservedState observed, Ledger ledger, Palette palette) =>
        new ObservedText(observed, ledger, palette).Render();

    private string Render()
    {
        foreach (var parent in _observed.Parents)
        {
            Add(parent);
            _page.Blank();
        }

        _page.Line(0, Summary());
        return _page.ToString();
    }

    private void Add(ObservedParent parent)
    {
        _page.Line(0, parent.OffersMdevs ? parent.Address.ToString() : $"{parent.Address} (offers no mediated devices)", Ink.Heading);
        var names = parent.MdevTypes.Select(type => type.Name.ToString().Length).DefaultIfEmpty().Max();
        foreach (var type in parent.MdevTypes)
        {
            _page.Columns(2, Columns(type, names), Ink.Faint);
        }

        foreach (var device in _devices.Under(parent.Address))
        {
            Add(device);
        }
    }

    private static IEnumerable<string> Columns(ObservedMdevType type, int width) =>
    [
        "type " + type.Name.ToString().PadRight(width),
        $"{type.AvailableInstances?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?",4} available",
        .. new[] { type.DeviceApi, type.Title }.OfType<string>(),
    ];

    private void Add(ObservedSubDevice device)
    {
        _page.Columns(2, [device.Id.ToString()!, Type(device), device.Driver is { } driver ? $"driver {driver}" : "no driver"]);
        _page.Line(6, _devices.Owner(device) is { } entry ? $"{entry.Name} of {entry.Document}" : "made by others", Ink.Faint);
        if (device is ObservedMdev mdev)
        {
            Add(mdev.Attributes);
        }
    }

    private void Add(EquatableArray<ObservedAttribute> attributes)
    {
        foreach (var attribute in attributes.Where(attribute => attribute.Value is not null))
        {
            _page.Line(6, $"{attribute.Name} = {Shown(attribute.Value!)}", Ink.Faint);
        }
    }

    private static string Shown(string value) => string.IsNullOrWhiteSpace(value) ? "\"\"" : value.Trim();

    private static string Type(ObservedSubDevice device) =>
        (device as ObservedMdev)?.Type?.ToString() ?? "type unknown";

    private string Summary() => _observed.Parents.Count == 0
        ? $"Host {_observed.Host} has no parent of mediated devices"
            + (_observed.HasMdevBus ? "." : ", and its kernel no mdev bus: the driver that provides them is not loaded.")
        : $"Host {_observed.Host}: {Quantity.Of(_observed.Parents.Count, "parent")}, {Quantity.Of(_observed.SubDevices.Count, "sub device")}.";
}
