using MdevDesired.Model;
using MdevDesired.Rendering.Trees;

namespace MdevDesired.Rendering.Observations;

/// <summary>Writes what was set of a devlink instance and has not taken effect.</summary>
internal static class PendingTree
{
    /// <summary>That of a parent or a sub device, where there is something.</summary>
    public static void Entry(TreeWriter tree, LedgerDevlink? memory)
    {
        if (memory is not null)
        {
            tree.Map("pending", () => Entries(tree, memory));
        }
    }

    private static void Entries(TreeWriter tree, LedgerDevlink memory)
    {
        tree.Entry("reload", memory.ReloadPending);
        tree.MapsIfAny("permanent", memory.Permanent, param =>
        {
            tree.Entry("name", param.Name);
            tree.Entry("value", param.Value);
        });
    }
}
