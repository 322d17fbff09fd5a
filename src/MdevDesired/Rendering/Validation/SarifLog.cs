using MdevDesired.Diagnostics;
using MdevDesired.Rendering.Trees;

namespace MdevDesired.Rendering.Validation;

/// <summary>Renders diagnostics as a SARIF 2.1.0 log (OASIS Standard), which code scanning services read.</summary>
internal static class SarifLog
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    public static string Render(IReadOnlyList<Diagnostic> diagnostics, string version)
    {
        var rules = diagnostics.Select(diagnostic => diagnostic.Code).Distinct().OrderBy(code => code.Number).ToList();
        return TreeWriter.Render(TreeSyntax.Json, tree => tree.Map(() =>
        {
            tree.Entry("$schema", Schema);
            tree.Entry("version", "2.1.0");
            tree.Maps("runs", [diagnostics], results => Run(tree, rules, results, version));
        }));
    }

    private static void Run(TreeWriter tree, List<DiagnosticCode> rules, IReadOnlyList<Diagnostic> diagnostics, string version)
    {
        tree.Map("tool", () => tree.Map("driver", () =>
        {
            tree.Entry("name", "mdev-desired");
            tree.Entry("version", version);
            tree.Maps("rules", rules, rule => Rule(tree, rule));
        }));
        tree.Entry("columnKind", "utf16CodeUnits");
        tree.Maps("results", diagnostics, diagnostic => Result(tree, rules, diagnostic));
    }

    private static void Rule(TreeWriter tree, DiagnosticCode rule)
    {
        tree.Entry("id", rule.ToString());
        tree.Map("shortDescription", () => tree.Entry("text", rule.Title));
        tree.Map("fullDescription", () => tree.Entry("text", Explanations.Paragraph(rule)));
    }

    private static void Result(TreeWriter tree, List<DiagnosticCode> rules, Diagnostic diagnostic)
    {
        var hint = diagnostic.Hint is null ? "" : $" (hint: {diagnostic.Hint})";
        tree.Entry("ruleId", diagnostic.Code.ToString());
        tree.Entry("ruleIndex", rules.IndexOf(diagnostic.Code));
        tree.Entry("level", DiagnosticTree.Level(diagnostic.Severity));
        tree.Map("message", () => tree.Entry("text", diagnostic.Message + hint));
        if (diagnostic.Span is { } span)
        {
            tree.Maps("locations", [span], place => tree.Map("physicalLocation", () => Location(tree, place)));
        }
    }

    private static void Location(TreeWriter tree, SourceSpan span)
    {
        tree.Map("artifactLocation", () => tree.Entry("uri", Uri(span.File)));
        tree.Map("region", () =>
        {
            tree.Entry("startLine", span.Start.Line);
            tree.Entry("startColumn", span.Start.Column);
        });
    }

    private static string Uri(string file)
    {
        var path = string.Join('/', file.Split('/').Select(System.Uri.EscapeDataString));
        return file.StartsWith('/') ? "file://" + path : path;
    }
}
