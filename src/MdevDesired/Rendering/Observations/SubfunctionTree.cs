using MdevDesired.Model.Subfunctions;
using MdevDesired.Rendering.Trees;

namespace MdevDesired.Rendering.Observations;

/// <summary>Writes what makes a sub device a subfunction; the index of its port is its instance.</summary>
internal static class SubfunctionTree
{
    public static void Entries(TreeWriter tree, ObservedSubfunction device)
    {
        tree.Entry("controller", device.Subfunction.Controller);
        tree.Entry("pfnum", device.Subfunction.PfNumber);
        tree.Entry("sfnum", device.Subfunction.SfNumber);
        tree.EntryIfAny("external", device.Port.External);
        PortTree.Function(tree, device.Port.Function);
        tree.Map("representor", () => PortTree.Link(tree, device.Port));
        tree.EntryIfAny("auxiliaryDevice", device.AuxiliaryDevice);
    }
}
