using System.Globalization;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Mdevs;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Planning.Attributes;

namespace MdevDesired.Applying.Undoing;

/// <summary>Compares what the host has with what it had, but for what a device gets anew each time that it is made.</summary>
internal static class Likeness
{
    /// <summary>What differs of a sub device, each a clause; the device itself where it is absent on one side.</summary>
    public static IEnumerable<string> Differences(ObservedSubDevice? before, ObservedSubDevice? now) => (before, now) switch
    {
        (null, null) => [],
        (null, _) => ["it was not there before"],
        (_, null) => ["it was there before"],
        _ => Differences(Traits(before), Traits(now)),
    };

    /// <summary>The same for the instance of a parent.</summary>
    public static IEnumerable<string> Differences(ObservedDevlink? before, ObservedDevlink? now) =>
        Differences(Traits(before), Traits(now));

    private static IEnumerable<string> Differences(IEnumerable<(string Name, string Value)> before, IEnumerable<(string Name, string Value)> now)
    {
        var present = now.ToDictionary(trait => trait.Name, trait => trait.Value);
        foreach (var (name, value) in before)
        {
            if (present.Remove(name, out var other) ? other != value : value.Length > 0)
            {
                yield return $"{name} is {Shown(other)} and was {Shown(value)}";
            }
        }

        foreach (var (name, _) in present.Where(pair => pair.Value.Length > 0))
        {
            yield return $"{name} was not there before";
        }
    }

    private static string Shown(string? value) => value is { Length: > 0 } ? value : "none";

    private static IEnumerable<(string Name, string Value)> Traits(ObservedSubDevice device) =>
    [
        ("parent", device.Parent.ToString()),
        ("driver", device.Driver?.ToString() ?? ""),
        .. device switch
        {
            ObservedMdev mdev => Traits(mdev),
            ObservedSubfunction subfunction => Traits(subfunction),
            _ => [],
        },
        .. Traits(device.Devlink),
    ];

    private static IEnumerable<(string Name, string Value)> Traits(ObservedMdev mdev) => mdev.Attributes
        .Select(attribute => ($"attribute {attribute.Name}", CanonicalValue.Of(attribute.Value ?? "")))
        .Append(("type", mdev.Type?.ToString() ?? ""));

    private static IEnumerable<(string Name, string Value)> Traits(ObservedSubfunction subfunction)
    {
        var function = subfunction.Port.Function ?? new();
        return
        [
            ("representor", subfunction.Port.Netdev ?? ""),
            ("state", function.State?.ToString() ?? ""),
            ("opstate", function.Opstate?.ToString() ?? ""),
            .. new DevlinkPortFunctionChange { HwAddr = function.HwAddr, Roce = function.Roce, Migratable = function.Migratable, MaxIoEqs = function.MaxIoEqs }.Attributes(),
        ];
    }

    private static IEnumerable<(string Name, string Value)> Traits(ObservedDevlink? instance) => instance is null ? [] :
    [
        ("eswitch", instance.Eswitch?.ToString() ?? ""),
        .. instance.Params.SelectMany(param => param.Settings.Select(setting => ($"param {param.Name} ({DevlinkWord.Of(setting.Cmode)})", setting.Value.ToString()!))),
        .. instance.Ports.Select((port, place) => ($"port {place.ToString(CultureInfo.InvariantCulture)}", $"{port.Type} {port.Netdev}")),
    ];
}
