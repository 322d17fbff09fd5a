using MdevDesired.Planning;
using MdevDesired.Rendering.Pages;

namespace MdevDesired.Rendering.Plans;

/// <summary>Renders a plan as people read it in a terminal or a pull request.</summary>
internal static class PlanText
{
    private const int DeviceIndent = 2;
    private const int DetailIndent = 6;

    public static string Render(Plan plan, Palette palette)
    {
        var page = new Page(palette);
        foreach (var parent in plan.Changes.GroupBy(change => change.Parent))
        {
            page.Line(0, parent.Key.ToString(), Ink.Heading);
            foreach (var change in parent)
            {
                Add(page, change);
            }

            page.Blank();
        }

        FindingsText.Add(page, plan);
        page.Line(0, PlanSummary.Of(plan), plan.IsRefused ? Ink.Error : Ink.Heading);
        return page.ToString();
    }

    private static void Add(Page page, DeviceChange change)
    {
        page.Columns(DeviceIndent, DeviceLine.Of(change), ChangeLook.Ink(change.Kind));
        page.Line(DetailIndent, change.Reason);
        foreach (var planned in change.Actions)
        {
            page.Line(DetailIndent, Words(change, planned.Action), Ink.Plain, hanging: 4);
        }

        foreach (var fallback in change.Fallbacks)
        {
            page.Line(DetailIndent, FallbackWords.Of(fallback), Ink.Faint);
        }
    }

    // A reason that the device's own line has given is not said again; a place that is not the heading's is.
    private static string Words(DeviceChange change, PlanAction action) =>
        ActionWords.Of(action)
        + (action.Parent == change.Parent ? "" : $" on {action.Parent}")
        + (action is Unbind ? " (disrupts whoever uses the device)" : "")
        + (action.Reason == change.Reason ? "" : $": {action.Reason}");
}
