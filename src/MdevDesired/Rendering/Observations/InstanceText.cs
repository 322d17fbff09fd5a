using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Rendering.Pages;

namespace MdevDesired.Rendering.Observations;

/// <summary>Renders a devlink instance as people read it: a line for each cmode, and one for each port.</summary>
internal static class InstanceText
{
    private const int CmodeWidth = 10;

    /// <param name="page">Where to.</param>
    /// <param name="indent">Blanks before each line.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="memory">What was set of it and has not taken effect, or null.</param>
    public static void Add(Page page, int indent, ObservedDevlink instance, LedgerDevlink? memory)
    {
        Eswitch(page, indent, instance);
        foreach (var cmode in instance.Params.SelectMany(param => param.Settings).GroupBy(setting => setting.Cmode).OrderBy(group => group.Key))
        {
            page.Columns(indent, [DevlinkWord.Of(cmode.Key).PadRight(CmodeWidth), .. Params(instance, cmode.Key)], Ink.Faint, CmodeWidth + 2);
        }

        foreach (var port in instance.Ports)
        {
            page.Columns(indent, [$"port {port.Index}", .. PortWords.Of(port)], Ink.Faint);
        }

        if (instance.ReloadFailed)
        {
            page.Line(indent, "its last reload failed: what the driver had made is gone", Ink.Warning);
        }

        Pending(page, indent, memory);
    }

    private static void Eswitch(Page page, int indent, ObservedDevlink instance)
    {
        if (instance.Eswitch is { } mode)
        {
            page.Line(indent, $"eswitch {DevlinkWord.Of(mode)}", Ink.Faint);
        }
        else if (instance.EswitchProblem is { } problem and not "EOPNOTSUPP")
        {
            page.Line(indent, $"eswitch unknown: {problem}", Ink.Faint);
        }
    }

    private static IEnumerable<string> Params(ObservedDevlink instance, DevlinkParamCmode cmode) =>
        from param in instance.Params
        from setting in param.Settings
        where setting.Cmode == cmode
        select $"{param.Name} {(setting.Value.ToString() is { Length: > 0 } text ? text : "\"\"")}";

    private static void Pending(Page page, int indent, LedgerDevlink? memory)
    {
        if (memory is { ReloadPending: true })
        {
            page.Line(indent, "a param was set and waits for a reload", Ink.Warning);
        }

        foreach (var param in memory?.Permanent ?? [])
        {
            page.Line(indent, $"after the next boot: {param.Name} {param.Value}", Ink.Faint);
        }
    }
}
