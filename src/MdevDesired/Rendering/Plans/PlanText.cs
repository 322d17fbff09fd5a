using MdevDesired.Planning;
using MdevDesired.Rendering.Pages;

namespace MdevDesired.Rendering.Plans;

/// <summary>Renders a plan as people read it in a terminal or a pull request.</summary>
internal static class PlanText
{
    private const int Indent = 6;

    public static string Render(Plan plan, Palette palette)
    {
        var page = new Page(palette);
        Add(page, plan);
        return page.ToString();
    }

    /// <summary>Adds a plan to a page that has something before it.</summary>
    public static void Add(Page page, Plan plan)
    {
        foreach (var parent in plan.Changes.GroupBy(change => change.Parent))
        {
            page.Line(0, parent.Key.ToString(), Ink.Heading);
            var line = new DeviceLine(parent);
            foreach (var change in parent)
            {
                page.Columns(0, line.Of(change), ChangeLook.Ink(change.Kind), hanging: Indent);
                Add(page, change);
            }

            page.Blank();
        }

        FindingsText.Add(page, plan);
        page.Line(0, PlanSummary.Of(plan), plan.IsRefused ? Ink.Error : Ink.Heading);
    }

    private static void Add(Page page, DeviceChange change)
    {
        page.Line(Indent, change.Reason);
        foreach (var planned in change.Actions)
        {
            page.Line(Indent, Words(change, planned.Action), Ink.Plain, hanging: 4);
        }

        foreach (var fallback in change.Fallbacks)
        {
            page.Line(Indent, FallbackWords.Of(fallback), Ink.Faint);
        }
    }

    // A reason that the device's own line has given is not said again; a place that is not the heading's is.
    private static string Words(DeviceChange change, PlanAction action) =>
        ActionWords.Of(action)
        + (action.Parent == change.Parent ? "" : $" on {action.Parent}")
        + (action.Disrupts && !Goes(change, action) ? " (disrupts whoever uses the device)" : "")
        + ($"; {change.Reason};".Contains($"; {action.Reason};", StringComparison.Ordinal) ? "" : $": {action.Reason}");

    // The sign of a device that goes says so.
    private static bool Goes(DeviceChange change, PlanAction action) => change.Kind == ChangeKind.Remove || action is RemoveSubDevice;
}
