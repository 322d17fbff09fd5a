using MdevDesired.Planning;

namespace MdevDesired.Rendering.Plans;

/// <summary>Says in a line what is done instead of a refused action.</summary>
internal static class FallbackWords
{
    public static string Of(Fallback fallback) => $"{When(fallback.When)}: {Then(fallback)}";

    /// <summary>The trigger's word in every document.</summary>
    public static string Trigger(FallbackTrigger trigger) => trigger switch
    {
        FallbackTrigger.AttributeBusy => "attribute-busy",
        FallbackTrigger.BindRefused => "bind-refused",
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "no such trigger"),
    };

    private static string When(FallbackTrigger trigger) => trigger switch
    {
        FallbackTrigger.AttributeBusy => "if the driver refuses the write while bound",
        FallbackTrigger.BindRefused => "if this kernel binds nothing after creation",
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "no such trigger"),
    };

    private static string Then(Fallback fallback)
    {
        if (fallback.Actions.Any(action => action is CreateSubDevice))
        {
            return "removed and created again";
        }

        var words = fallback.Actions.Select(Word).Distinct().ToList();
        return words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words[..^1])} and {words[^1]}";
    }

    private static string Word(PlanAction action) => action switch
    {
        Unbind => "unbound",
        WriteAttribute => "written",
        Bind => "bound again",
        _ => action.Kind,
    };
}
