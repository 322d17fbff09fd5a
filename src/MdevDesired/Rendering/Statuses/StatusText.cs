using MdevDesired.Diagnostics;
using MdevDesired.Planning;
using MdevDesired.Rendering.Pages;
using MdevDesired.Reporting;

namespace MdevDesired.Rendering.Statuses;

/// <summary>Renders a status as people read it: a line for each device, and beneath it what there is to know.</summary>
internal sealed class StatusText
{
    private readonly HostStatus _status;
    private readonly StandingColumns _columns;
    private readonly Page _page;

    private StatusText(HostStatus status, Palette palette)
    {
        _status = status;
        _columns = new([.. status.Devices, .. status.Parents.Select(parent => parent.Settings).OfType<DeviceStanding>()]);
        _page = new(palette);
    }

    public static string Render(HostStatus status, Palette palette) => new StatusText(status, palette).Render();

    private string Render()
    {
        foreach (var parent in _status.Parents)
        {
            Add(parent);
            _page.Blank();
        }

        if (_status.Findings.Count > 0)
        {
            Add(0, _status.Findings);
            _page.Blank();
        }

        _page.Line(0, StatusSummary.Of(_status), _status.IsInSync ? Ink.Good : Ink.Error);
        return _page.ToString();
    }

    private void Add(ParentStatus parent)
    {
        _page.Line(0, parent.IsPresent ? parent.Address.ToString() : $"{parent.Address} (absent)", Ink.Heading);
        Add(2, parent.Findings);
        foreach (var device in parent.Settings is { } settings ? [settings, .. parent.Devices] : parent.Devices)
        {
            Add(device);
        }
    }

    private void Add(DeviceStanding device)
    {
        _page.Columns(2, _columns.Of(device), StandingWords.Ink(device.Standing), hanging: _columns.Indent - 2);
        foreach (var line in Remarks(device))
        {
            _page.Line(_columns.Indent, line);
        }

        Add(_columns.Indent, device.Findings);
    }

    private static IEnumerable<string> Remarks(DeviceStanding device) =>
        new[]
        {
            device.Standing == Standing.Missing ? null : device.Reason,
            device is { Standing: Standing.Unmanaged, Reason: null } ? Made(device) : null,
            device is { ReloadPending: true, Standing: not Standing.Pending } ? "a param was set and not taken up by a reload yet" : null,
        }
        .Concat(Holders(device))
        .OfType<string>();

    // A finding that is about nothing else names them too.
    private static IEnumerable<string> Holders(DeviceStanding device) =>
        device.Findings.Any(finding => finding.Code == PlanningCodes.InUse) ? [] : device.Holders.Select(holder => $"in use: {StandingWords.Of(holder)}");

    private static string Made(DeviceStanding device) => device.MadeBy == Maker.Unknown ? "maker unknown" : "made by others";

    private void Add(int indent, IEnumerable<Diagnostic> findings)
    {
        foreach (var finding in findings)
        {
            _page.Line(indent, $"{finding.Code}: {finding.Message}", InkOf(finding.Severity));
            if (finding.Hint is { } hint)
            {
                _page.Line(indent + 2, $"hint: {hint}", hanging: 6);
            }
        }
    }

    private static Ink InkOf(Severity severity) => severity switch
    {
        Severity.Error => Ink.Error,
        Severity.Warning => Ink.Warning,
        _ => Ink.Plain,
    };
}
