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
        var counts = Enum.GetValues<ChangeKind>()
            .Select(kind => (Count: Count(plan, kind), Word: $"to {ChangeLook.Word(kind)}"))
            .Append((Blocked(plan), "blocked"))
            .Where(pair => pair.Item1 > 0)
            .Select(pair => $"{pair.Item1} {pair.Item2}");
        var list = string.Join(", ", plan.IsEmpty ? counts.Prepend("nothing to change") : counts);
        return plan.IsRefused ? $"{list}; refused, nothing will be applied" : list;
    }
}
