using MdevDesired.Diagnostics;
using MdevDesired.Rendering.Trees;

namespace MdevDesired.Rendering.Validation;

/// <summary>Writes a diagnostic as entries of a mapping: the same in every document.</summary>
internal static class DiagnosticTree
{
    public static void Entries(TreeWriter tree, Diagnostic diagnostic)
    {
        tree.Entry("code", diagnostic.Code.ToString());
        tree.Entry("severity", Level(diagnostic.Severity));
        tree.Entry("message", diagnostic.Message);
        tree.EntryIfAny("hint", diagnostic.Hint);
        if (diagnostic.Span is { } span)
        {
            tree.Map("location", () => Location(tree, span));
        }
    }

    public static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    private static void Location(TreeWriter tree, SourceSpan span)
    {
        tree.Entry("file", span.File);
        tree.Entry("line", span.Start.Line);
        tree.Entry("column", span.Start.Column);
    }
}
