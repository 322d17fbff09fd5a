using MdevDesired.Planning;
using MdevDesired.Planning.Devlink;
using MdevDesired.Planning.Subfunctions;

namespace MdevDesired.Applying;

/// <summary>Says what was done about a change that failed in its midst.</summary>
internal static class CleanUpWords
{
    /// <param name="undo">What was done, in order; at least one action.</param>
    public static string Of(IEnumerable<PlanAction> undo) => string.Join(", ", undo.Select(Of).Distinct());

    private static string Of(PlanAction action) => action switch
    {
        Bind bind => $"driver {bind.Driver} was bound again",
        SetParam { IsUndo: true } set => $"param {set.Name} was set back to {set.Typed}",
        Activate => "it was activated again",
        RemoveSubDevice => "the half-made device was removed again",
        _ => "its settings were made again",
    };
}
