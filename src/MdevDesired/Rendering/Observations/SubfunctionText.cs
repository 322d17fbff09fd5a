using MdevDesired.Model.Devlink;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Rendering.Pages;

namespace MdevDesired.Rendering.Observations;

/// <summary>Renders what only a subfunction has.</summary>
internal static class SubfunctionText
{
    /// <summary>Its line: label, state, driver.</summary>
    public static IEnumerable<string> Columns(ObservedSubfunction device) =>
        [device.Subfunction.Label, State(device.Port.Function), Driver(device)];

    /// <summary>Its function and its representor.</summary>
    public static void Add(Page page, int indent, ObservedSubfunction device)
    {
        var function = device.Port.Function;
        var change = new DevlinkPortFunctionChange
        {
            HwAddr = function?.HwAddr,
            Roce = function?.Roce,
            Migratable = function?.Migratable,
            MaxIoEqs = function?.MaxIoEqs,
        };
        if (change.Attributes().ToList() is { Count: > 0 } attributes)
        {
            page.Columns(indent, attributes.Select(pair => $"{pair.Name} {pair.Value}"), Ink.Faint);
        }

        page.Columns(indent, ["representor", .. PortWords.Of(device.Port with { Flavour = null })], Ink.Faint);
        if (device.AuxiliaryDevice is { } auxiliary)
        {
            page.Line(indent, $"auxiliary device {auxiliary}", Ink.Faint);
        }
    }

    private static string State(DevlinkPortFunction? function) => function switch
    {
        { State: DevlinkFunctionState.Active, Opstate: DevlinkFunctionOpstate.Detached } => "active, not attached",
        { State: { } state } => DevlinkWord.Of(state),
        _ => "state unknown",
    };

    private static string Driver(ObservedSubfunction device) =>
        device.Driver is not { } driver ? "no driver"
        : device.IsElsewhere ? $"driver {driver}, in another network namespace"
        : $"driver {driver}";
}
