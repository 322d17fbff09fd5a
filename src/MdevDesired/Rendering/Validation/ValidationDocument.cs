using MdevDesired.Diagnostics;
using MdevDesired.Rendering.Trees;

namespace MdevDesired.Rendering.Validation;

/// <summary>Renders what a validation found as a document (schemas/validation.v1alpha1.schema.json).</summary>
internal static class ValidationDocument
{
    public static string Render(TreeSyntax syntax, IReadOnlyCollection<Diagnostic> diagnostics) =>
        TreeWriter.Render(syntax, tree => tree.Map(() => Entries(tree, diagnostics)));

    private static void Entries(TreeWriter tree, IReadOnlyCollection<Diagnostic> diagnostics)
    {
        tree.Entry("apiVersion", FormatVersion.V1Alpha1);
        tree.Entry("kind", "Validation");
        tree.Entry("valid", !diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error));
        tree.Maps("diagnostics", diagnostics, diagnostic => DiagnosticTree.Entries(tree, diagnostic));
    }
}
