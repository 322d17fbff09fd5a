using MdevDesired.Model;
using MdevDesired.Model.Simulated;
using MdevDesired.Rendering.Trees;

namespace MdevDesired.Rendering.Observations;

/// <summary>Writes the <c>simulation</c> of a snapshot: what only a simulated host knows. A real host has none.</summary>
internal static class SimulationTree
{
    public static void Entries(TreeWriter tree, SimulationRules rules)
    {
        if (rules.Parents.Count > 0)
        {
            tree.Map("simulation", () => tree.Maps("parents", rules.Parents, parent => Parent(tree, parent)));
        }
    }

    private static void Parent(TreeWriter tree, ParentRules parent)
    {
        tree.Entry("device", parent.Device.ToString());
        tree.EntryIfAny("attaches", parent.Attaches.Unbound ? "none" : parent.Attaches.Name?.ToString());
        tree.Entry("bindsAfterCreation", parent.BindsAfterCreation);
        tree.Entry("shortage", parent.Shortage.ToString());
        if (parent.Pool is { } pool)
        {
            tree.Map("pool", () => Pool(tree, pool));
        }

        tree.MapsIfAny("attributes", parent.Attributes, attribute => Attribute(tree, attribute));
        DevlinkRulesTree.Entries(tree, parent);
    }

    private static void Pool(TreeWriter tree, InstancePool pool)
    {
        tree.Entry("size", pool.Size);
        if (pool.Costs.Count > 0)
        {
            tree.Map("costs", () => Costs(tree, pool.Costs));
        }
    }

    private static void Costs(TreeWriter tree, EquatableArray<TypeCost> costs)
    {
        foreach (var cost in costs)
        {
            tree.Entry(cost.Type.ToString(), cost.Units);
        }
    }

    private static void Attribute(TreeWriter tree, AttributeRule attribute)
    {
        tree.Entry("name", attribute.Name.ToString());
        tree.Entry("access", Word(attribute.Access));
        tree.Entry("writableWhileBound", attribute.WritableWhileBound);
        if (attribute.Values.Count > 0)
        {
            tree.List("values", attribute.Values, tree.Value);
        }

        tree.EntryIfAny("initially", attribute.Initially);
    }

    private static string Word(AttributeAccess access) => access switch
    {
        AttributeAccess.ReadWrite => "read-write",
        AttributeAccess.ReadOnly => "read-only",
        AttributeAccess.WriteOnly => "write-only",
        _ => throw new ArgumentOutOfRangeException(nameof(access), access, "no such access"),
    };
}
