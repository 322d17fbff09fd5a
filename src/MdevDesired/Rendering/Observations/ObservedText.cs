using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Mdevs;
using MdevDesired.Model.Subfunctions;
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
        if (!_observed.SawEveryProcess)
        {
            _page.Line(0, "The processes of other users could not be looked at: as root it is seen which devices they have open.", Ink.Warning);
        }

        return _page.ToString();
    }

    private void Add(ObservedParent parent)
    {
        var offersNothing = !parent.OffersMdevs && parent.Devlink is null;
        _page.Line(0, offersNothing ? $"{parent.Address} (offers no mediated devices)" : parent.Address.ToString(), Ink.Heading);
        Add(2, parent.Devlink, new ParentId(parent.Address));
        AddHolders(2, new ParentId(parent.Address));
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
        _page.Columns(2, device is ObservedSubfunction listed ? SubfunctionText.Columns(listed) : Columns(device));
        _page.Line(6, _devices.Owner(device) is { } entry ? $"{entry.Name} of {entry.Document}{(entry.Protect ? ", protected" : "")}" : _devices.Maker.Brief, Ink.Faint);
        if (device is ObservedMdev mdev)
        {
            Add(mdev.Attributes);
        }
        else if (device is ObservedSubfunction subfunction)
        {
            SubfunctionText.Add(_page, 6, subfunction);
        }

        Add(6, device.Devlink, device.Id);
        AddHolders(6, device.Id);
    }

    private void Add(int indent, ObservedDevlink? instance, DeviceId id)
    {
        if (instance is not null)
        {
            InstanceText.Add(_page, indent, instance, _devices.Memory(id));
        }
    }

    private void AddHolders(int indent, DeviceId id)
    {
        foreach (var holder in _devices.Holders(id))
        {
            _page.Line(indent, $"in use: {holder.Words}", Ink.Warning);
        }
    }

    private static string[] Columns(ObservedSubDevice device) =>
        [device.Id.ToString()!, Type(device), device.Driver is { } driver ? $"driver {driver}" : "no driver"];

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
