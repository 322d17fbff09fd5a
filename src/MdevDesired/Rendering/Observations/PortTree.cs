using MdevDesired.Model.Devlink;
using MdevDesired.Rendering.Trees;

namespace MdevDesired.Rendering.Observations;

/// <summary>Writes the ports of a devlink instance.</summary>
internal static class PortTree
{
    public static void Entries(TreeWriter tree, DevlinkPort port)
    {
        tree.Entry("index", port.Index);
        Link(tree, port);
        tree.EntryIfAny("flavour", port.Flavour is { } flavour ? DevlinkWord.Of(flavour) : null);
        tree.EntryIfAny("number", port.Number);
        tree.EntryIfAny("controller", port.Controller);
        tree.EntryIfAny("pfnum", port.PfNumber);
        tree.EntryIfAny("vfnum", port.VfNumber);
        tree.EntryIfAny("sfnum", port.SfNumber);
        tree.EntryIfAny("external", port.External);
        Function(tree, port.Function);
    }

    /// <summary>What it is used as, and what it has of that on the host.</summary>
    public static void Link(TreeWriter tree, DevlinkPort port)
    {
        tree.Entry("type", DevlinkWord.Of(port.Type));
        tree.EntryIfAny("desiredType", port.DesiredType is { } desired ? DevlinkWord.Of(desired) : null);
        tree.EntryIfAny("netdev", port.Netdev);
        tree.EntryIfAny("ifindex", port.Ifindex);
        tree.EntryIfAny("netdevUp", port.NetdevIsUp);
        tree.EntryIfAny("ibdev", port.Ibdev);
    }

    /// <summary>The function that it leads to, where it leads to one.</summary>
    public static void Function(TreeWriter tree, DevlinkPortFunction? function)
    {
        if (function is not null)
        {
            tree.Map("function", () => Entries(tree, function));
        }
    }

    private static void Entries(TreeWriter tree, DevlinkPortFunction function)
    {
        tree.EntryIfAny("hwAddr", function.HwAddr?.ToString());
        tree.EntryIfAny("roce", function.Roce);
        tree.EntryIfAny("migratable", function.Migratable);
        tree.EntryIfAny("maxIoEqs", function.MaxIoEqs);
        tree.EntryIfAny("state", function.State is { } state ? DevlinkWord.Of(state) : null);
        tree.EntryIfAny("opstate", function.Opstate is { } opstate ? DevlinkWord.Of(opstate) : null);
        tree.EntryIfAny("device", function.Device?.ToString());
    }
}
