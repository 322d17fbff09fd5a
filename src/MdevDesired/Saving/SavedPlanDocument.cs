using System.Text;
using MdevDesired.Loading;
using MdevDesired.Planning;
using MdevDesired.Rendering;
using MdevDesired.Rendering.Plans;
using MdevDesired.Rendering.Trees;

namespace MdevDesired.Saving;

/// <summary>Writes a plan to be saved (schemas/saved-plan.v1alpha1.schema.json).</summary>
internal static class SavedPlanDocument
{
    public const string Kind = "SavedPlan";

    /// <param name="plan">The plan.</param>
    /// <param name="options">What it was made with.</param>
    /// <param name="documents">What it was made from; they are UTF-8, or there would be no plan.</param>
    public static string Render(Plan plan, PlanOptions options, IEnumerable<SourceText> documents) => TreeWriter.Render(TreeSyntax.Json, tree => tree.Map(() =>
    {
        tree.Entry("apiVersion", FormatVersion.V1Alpha1);
        tree.Entry("kind", Kind);
        tree.Entry("host", plan.Host);
        tree.Map("options", () => SavedOptions.Entries(tree, options));
        tree.Maps("documents", documents, document => Document(tree, document));
        tree.Map("plan", () => PlanDocument.Entries(tree, plan));
        tree.List("text", PlanPicture.LinesOf(plan), tree.Value);
    }));

    private static void Document(TreeWriter tree, SourceText document)
    {
        tree.Entry("path", document.Path);
        tree.Entry("text", Encoding.UTF8.GetString(document.Bytes.Span));
    }
}
