using MdevDesired.Planning;
using MdevDesired.Rendering.Pages;

namespace MdevDesired.Rendering.Plans;

/// <summary>A plan in one line.</summary>
internal static class PlanSummary
{
    public static string Of(Plan plan) =>
        plan.IsEmpty && !plan.IsBlocked && !plan.IsRefused ? Nothing(plan.InSync) : $"Plan: {Counts(plan)}; {plan.InSync} in sync.";

    public static int Count(Plan plan, ChangeKind kind) => plan.Changes.Count(change => change.Kind == kind);

    public static int Blocked(Plan plan) => plan.Findings.Count(finding => finding.Effect == FindingEffect.Blocks);

    private static string Nothing(int inSync) => inSync switch
    {
        0 => "Nothing to do: no sub device is listed for this host, and none is to be removed.",
        1 => "Nothing to do: 1 sub device is as desired.",
        _ => $"Nothing to do: {Quantity.Of(inSync, "sub device")} are as desired.",
    };

    private static string Counts(Plan plan)
    {
        List<string> counts = plan.IsEmpty ? ["nothing to change"] : [];
        foreach (var kind in Enum.GetValues<ChangeKind>())
        {
            AddIfAny(counts, Count(plan, kind), $"to {ChangeLook.Word(kind)}");
        }

        AddIfAny(counts, Blocked(plan), "blocked");
        return string.Join(", ", counts) + (plan.IsRefused ? "; refused, nothing will be applied" : "");
    }

    private static void AddIfAny(List<string> counts, int count, string word)
    {
        if (count > 0)
        {
            counts.Add($"{count} {word}");
        }
    }
}
