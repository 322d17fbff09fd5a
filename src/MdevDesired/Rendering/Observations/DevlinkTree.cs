using MdevDesired.Model.Devlink;
using MdevDesired.Rendering.Trees;

namespace MdevDesired.Rendering.Observations;

/// <summary>Writes the devlink instances of a snapshot.</summary>
internal static class DevlinkTree
{
    /// <summary>The instance of a parent or a sub device, where it has one.</summary>
    public static void Entry(TreeWriter tree, ObservedDevlink? instance)
    {
        if (instance is not null)
        {
            tree.Map("devlink", () => Entries(tree, instance));
        }
    }

    private static void Entries(TreeWriter tree, ObservedDevlink instance)
    {
        tree.Entry("handle", instance.Handle.ToString());
        tree.Entry("reloadFailed", instance.ReloadFailed);
        if (instance.Eswitch is not null || instance.EswitchProblem is not null)
        {
            tree.Map("eswitch", () => Eswitch(tree, instance));
        }

        tree.Maps("params", instance.Params, param => ParamTree.Entries(tree, param.Name, param.IsGeneric, param.Type, param.Settings));
        tree.Maps("ports", instance.Ports, port => PortTree.Entries(tree, port));
    }

    private static void Eswitch(TreeWriter tree, ObservedDevlink instance)
    {
        tree.EntryIfAny("mode", instance.Eswitch is { } mode ? DevlinkWord.Of(mode) : null);
        tree.EntryIfAny("problem", instance.EswitchProblem);
    }
}
