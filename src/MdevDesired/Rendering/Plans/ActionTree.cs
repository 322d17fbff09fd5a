using MdevDesired.Planning;
using MdevDesired.Rendering.Trees;

namespace MdevDesired.Rendering.Plans;

/// <summary>Writes an action as entries of a mapping.</summary>
internal static class ActionTree
{
    /// <param name="tree">The writer, inside a mapping.</param>
    /// <param name="action">The action.</param>
    /// <param name="stage">Its stage, or null for an action of a fallback, which runs where it is needed.</param>
    public static void Entries(TreeWriter tree, PlanAction action, Stage? stage = null)
    {
        tree.Entry("kind", action.Kind);
        tree.Entry("parent", action.Parent.ToString());
        if (stage is { } value)
        {
            tree.Entry("stage", Word(value));
        }

        foreach (var (key, detail) in ActionDetails.Of(action))
        {
            tree.Entry(key, detail);
        }

        tree.Entry("reason", action.Reason);
        tree.Entry("disrupts", action.Disrupts);
    }

    private static string Word(Stage stage) => stage switch
    {
        Stage.Removal => "removal",
        Stage.Settings => "settings",
        Stage.Creation => "creation",
        Stage.Change => "change",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "no such stage"),
    };
}
