using MdevDesired.Applying;
using MdevDesired.Rendering.Pages;
using MdevDesired.Rendering.Plans;

namespace MdevDesired.Rendering.Reports;

/// <summary>Renders what a run did as people read it.</summary>
internal static class ApplyReportText
{
    public static string Render(ApplyReport report, Palette palette)
    {
        var page = new Page(palette);
        foreach (var parent in report.Outcomes.GroupBy(outcome => outcome.Change.Parent))
        {
            page.Line(0, parent.Key.ToString(), Ink.Heading);
            var line = new DeviceLine(parent.Select(outcome => outcome.Change));
            foreach (var outcome in parent)
            {
                page.Columns(0, [.. line.Of(outcome.Change), OutcomeWords.Of(outcome)], InkOf(outcome), hanging: 6);
                Add(page, outcome);
            }

            page.Blank();
        }

        Conclude(page, report);
        return page.ToString();
    }

    private static void Conclude(Page page, ApplyReport report)
    {
        if (report.Outcomes.Count == 0)
        {
            PlanText.Add(page, report.Plan);
            if (!report.Plan.IsEmpty)
            {
                page.Line(0, "Nothing was changed.", Ink.Error);
            }

            return;
        }

        page.Line(0, ReportSummary.Done(report), Ink.Heading);
        page.Line(0, ReportSummary.Verified(report), report.IsConverged ? Ink.Good : Ink.Error);
        if (report is { IsConverged: false, Remaining: { } remaining })
        {
            page.Blank();
            PlanText.Add(page, remaining);
        }
        else
        {
            FindingsText.Add(page, report.Plan);
        }
    }

    private static void Add(Page page, DeviceOutcome outcome)
    {
        foreach (var action in outcome.Actions.Where(action => action.Status == ActionStatus.FellBack))
        {
            page.Line(6, $"{action.Action.Kind} was refused ({action.Error!.Errno}), the fallback was taken", Ink.Faint);
        }

        AddIfAny(page, "", outcome.Failure);
        AddIfAny(page, "hint: ", outcome.Hint);
        AddIfAny(page, "clean-up: ", outcome.CleanUp);
    }

    private static Ink InkOf(DeviceOutcome outcome) =>
        outcome.Status == DeviceStatus.Applied ? ChangeLook.Ink(outcome.Change.Kind) : Ink.Error;

    private static void AddIfAny(Page page, string label, string? text)
    {
        if (text is not null)
        {
            page.Line(6, label + text);
        }
    }
}
