using MdevDesired.Model;
using MdevDesired.Planning;
using MdevDesired.Rendering.Trees;

namespace MdevDesired.Rendering.Plans;

/// <summary>Writes which sub device a change is about, and what becomes of it, as entries of a mapping.</summary>
internal static class DeviceTree
{
    public static void Entries(TreeWriter tree, DeviceChange change)
    {
        tree.Entry("parent", change.Parent.ToString());
        tree.Map("device", () => Identity(tree, change.Id));
        tree.EntryIfAny("name", change.Name);
        tree.EntryIfAny("document", change.Document);
        tree.Entry("change", ChangeLook.Word(change.Kind));
    }

    public static void Identity(TreeWriter tree, DeviceId id)
    {
        tree.Entry("kind", id.Kind);
        tree.Entry("id", id.ToString()!);
    }
}
