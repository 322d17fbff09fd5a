using MdevDesired.Planning;
using MdevDesired.Rendering.Trees;
using MdevDesired.Rendering.Validation;

namespace MdevDesired.Rendering.Plans;

/// <summary>Writes a finding as entries of a mapping.</summary>
internal static class FindingTree
{
    public static void Entries(TreeWriter tree, PlanFinding finding)
    {
        tree.Entry("effect", Word(finding.Effect));
        tree.EntryIfAny("parent", finding.Parent?.ToString());
        if (finding.Id is { } id)
        {
            tree.Map("device", () => DeviceTree.Identity(tree, id));
        }

        DiagnosticTree.Entries(tree, finding.Diagnostic);
    }

    private static string Word(FindingEffect effect) => effect switch
    {
        FindingEffect.Refuses => "refuses",
        FindingEffect.Blocks => "blocks",
        _ => "notes",
    };
}
