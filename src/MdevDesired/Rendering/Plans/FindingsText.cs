using MdevDesired.Diagnostics;
using MdevDesired.Planning;
using MdevDesired.Rendering.Pages;

namespace MdevDesired.Rendering.Plans;

/// <summary>Adds the findings of a plan to a page, the gravest first, under a heading that says what they mean.</summary>
internal static class FindingsText
{
    public static void Add(Page page, Plan plan)
    {
        foreach (var group in plan.Findings.GroupBy(finding => finding.Effect))
        {
            page.Line(0, Heading(group.Key), group.Key == FindingEffect.Notes ? Ink.Heading : Ink.Error);
            foreach (var finding in group)
            {
                Add(page, finding.Diagnostic);
            }

            page.Blank();
        }
    }

    private static string Heading(FindingEffect effect) => effect switch
    {
        FindingEffect.Refuses => "Refused: nothing of this plan is applied",
        FindingEffect.Blocks => "Blocked: left as it is, the rest goes on",
        _ => "Notes",
    };

    private static void Add(Page page, Diagnostic diagnostic)
    {
        page.Line(2, diagnostic.ToString(), Ink.Plain, hanging: 4);
        if (diagnostic.Hint is { } hint)
        {
            page.Line(6, $"hint: {hint}", Ink.Plain, hanging: 6);
        }
    }
}
