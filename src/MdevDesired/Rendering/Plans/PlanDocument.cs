using MdevDesired.Planning;
using MdevDesired.Rendering.Trees;

namespace MdevDesired.Rendering.Plans;

/// <summary>Renders a plan as a document (schemas/plan.v1alpha1.schema.json).</summary>
internal static class PlanDocument
{
    public static string Render(TreeSyntax syntax, Plan plan) =>
        TreeWriter.Render(syntax, tree => tree.Map(() => Entries(tree, plan)));

    /// <summary>Writes the plan as entries of a mapping.</summary>
    public static void Entries(TreeWriter tree, Plan plan)
    {
        tree.Entry("apiVersion", FormatVersion.V1Alpha1);
        tree.Entry("kind", "Plan");
        tree.Entry("host", plan.Host);
        tree.Map("summary", () => Summary(tree, plan));
        tree.Maps("changes", plan.Changes, change => Change(tree, change));
        tree.Maps("findings", plan.Findings, finding => FindingTree.Entries(tree, finding));
    }

    private static void Summary(TreeWriter tree, Plan plan)
    {
        foreach (var kind in Enum.GetValues<ChangeKind>())
        {
            tree.Entry(ChangeLook.Word(kind), PlanSummary.Count(plan, kind));
        }

        tree.Entry("blocked", PlanSummary.Blocked(plan));
        tree.Entry("inSync", plan.InSync);
        tree.Entry("refused", plan.IsRefused);
        tree.Entry("disrupts", plan.MayDisrupt);
    }

    private static void Change(TreeWriter tree, DeviceChange change)
    {
        DeviceTree.Entries(tree, change);
        tree.Entry("reason", change.Reason);
        tree.Entry("disrupts", change.Disrupts);
        tree.Maps("actions", change.Actions, planned => ActionTree.Entries(tree, planned.Action, planned.Stage));
        tree.Maps("fallbacks", change.Fallbacks, fallback => Fallback(tree, fallback));
    }

    private static void Fallback(TreeWriter tree, Fallback fallback)
    {
        tree.Entry("when", FallbackWords.Trigger(fallback.When));
        tree.Maps("actions", fallback.Actions, action => ActionTree.Entries(tree, action));
    }
}
