using MdevDesired.Applying;
using MdevDesired.Rendering.Plans;
using MdevDesired.Rendering.Trees;
using MdevDesired.Rendering.Validation;

namespace MdevDesired.Rendering.Reports;

/// <summary>Renders what a run did as a document (schemas/apply-report.v1alpha1.schema.json).</summary>
internal static class ApplyReportDocument
{
    public static string Render(TreeSyntax syntax, ApplyReport report) =>
        TreeWriter.Render(syntax, tree => tree.Map(() => Entries(tree, report)));

    private static void Entries(TreeWriter tree, ApplyReport report)
    {
        tree.Entry("apiVersion", FormatVersion.V1Alpha1);
        tree.Entry("kind", "ApplyReport");
        tree.Entry("host", report.Plan.Host);
        tree.Entry("converged", report.IsConverged);
        tree.Entry("rolledBack", report.IsRolledBack);
        tree.Map("summary", () => Summary(tree, report));
        tree.Maps("outcomes", report.Outcomes, outcome => Outcome(tree, outcome));
        tree.Maps("findings", report.Plan.Findings.Concat(report.Remaining?.Findings ?? []).Distinct().ToList(), finding => FindingTree.Entries(tree, finding));
        tree.Maps("problems", report.Problems, problem => DiagnosticTree.Entries(tree, problem));
    }

    private static void Summary(TreeWriter tree, ApplyReport report)
    {
        foreach (var status in Enum.GetValues<DeviceStatus>())
        {
            tree.Entry(status == DeviceStatus.RolledBack ? "rolledBack" : OutcomeWords.Name(status), report.Outcomes.Count(outcome => outcome.Status == status));
        }

        tree.Entry("blocked", PlanSummary.Blocked(report.Plan));
        tree.Entry("inSync", report.Plan.InSync);
        tree.Entry("refused", report.Plan.IsRefused);
        tree.Entry("remaining", (report.Remaining ?? report.Plan).Changes.Count);
    }

    private static void Outcome(TreeWriter tree, DeviceOutcome outcome)
    {
        DeviceTree.Entries(tree, outcome.Change);
        tree.Entry("status", OutcomeWords.Name(outcome.Status));
        tree.EntryIfAny("failure", outcome.Failure);
        tree.EntryIfAny("hint", outcome.Hint);
        tree.EntryIfAny("cleanUp", outcome.CleanUp);
        tree.Maps("actions", outcome.Actions, action => Action(tree, action));
    }

    private static void Action(TreeWriter tree, ActionOutcome outcome)
    {
        ActionTree.Entries(tree, outcome.Action);
        tree.Entry("status", OutcomeWords.Name(outcome.Status));
        if (outcome.Error is { } error)
        {
            tree.Map("error", () => Error(tree, error));
        }
    }

    private static void Error(TreeWriter tree, KernelException error)
    {
        tree.Entry("operation", error.Operation);
        tree.Entry("target", error.Target);
        tree.Entry("errno", error.Errno.ToString());
        tree.EntryIfAny("extendedAck", error.ExtendedAck);
    }
}
