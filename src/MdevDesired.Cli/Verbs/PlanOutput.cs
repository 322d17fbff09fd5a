using MdevDesired.Planning;
using MdevDesired.Rendering.Pages;
using MdevDesired.Rendering.Plans;
using MdevDesired.Rendering.Trees;

namespace MdevDesired.Cli.Verbs;

/// <summary>A plan in the form that the user asked for.</summary>
internal static class PlanOutput
{
    public static string Render(Plan plan, string format, Palette palette) => format switch
    {
        "json" => PlanDocument.Render(TreeSyntax.Json, plan),
        "yaml" => PlanDocument.Render(TreeSyntax.Yaml, plan),
        _ => PlanText.Render(plan, palette),
    };
}
