using MdevDesired.Model.Devlink;
using MdevDesired.Model.Simulated;
using MdevDesired.Rendering.Trees;

namespace MdevDesired.Rendering.Observations;

/// <summary>Writes what of the rules of a simulated parent is about devlink.</summary>
internal static class DevlinkRulesTree
{
    public static void Entries(TreeWriter tree, ParentRules parent)
    {
        if (parent.MdevInstance is { } instance)
        {
            tree.Map("mdevInstance", () => Instance(tree, instance));
        }

        if (parent.Subfunctions != SubfunctionRules.Default)
        {
            tree.Map("subfunctions", () => Subfunctions(tree, parent.Subfunctions));
        }

        if (parent.LateParams.Count > 0)
        {
            tree.List("lateParams", parent.LateParams, tree.Value);
        }
    }

    private static void Subfunctions(TreeWriter tree, SubfunctionRules rules)
    {
        tree.EntryIfAny("maximum", rules.Maximum);
        if (rules.Controllers.Count > 0)
        {
            tree.List("controllers", rules.Controllers, number => tree.Value((long)number));
        }

        if (rules.Instance != Mlx5Instance.Rules)
        {
            tree.Map("instance", () => Instance(tree, rules.Instance));
        }
    }

    private static void Instance(TreeWriter tree, InstanceRules instance)
    {
        tree.Entry("driver", instance.Driver.ToString());
        tree.Maps("params", instance.Params, param => ParamTree.Entries(tree, param.Name, param.IsGeneric, param.Type, param.Settings));
        tree.List("ports", instance.Ports, type => tree.Value(DevlinkWord.Of(type)));
    }
}
