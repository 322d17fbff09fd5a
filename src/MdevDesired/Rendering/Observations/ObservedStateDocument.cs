using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using MdevDesired.Rendering.Trees;

namespace MdevDesired.Rendering.Observations;

/// <summary>Renders what a host has as a snapshot (schemas/observed-state.v1alpha1.schema.json).</summary>
internal static class ObservedStateDocument
{
    public static string Render(TreeSyntax syntax, HostSnapshot snapshot) => TreeWriter.Render(syntax, tree => tree.Map(() =>
    {
        Entries(tree, snapshot.Observed, new(snapshot.Observed, snapshot.Ledger));
        SimulationTree.Entries(tree, snapshot.Rules);
    }));

    private static void Entries(TreeWriter tree, ObservedState observed, OwnedDevices devices)
    {
        tree.Entry("apiVersion", FormatVersion.V1Alpha1);
        tree.Entry("kind", "ObservedState");
        tree.Entry("host", observed.Host);
        tree.Entry("hasMdevBus", observed.HasMdevBus);
        tree.List("mdevDrivers", observed.MdevDrivers, driver => tree.Value(driver.ToString()));
        tree.Entry("hasDevlink", observed.HasDevlink);
        tree.List("auxiliaryDrivers", observed.AuxiliaryDrivers, driver => tree.Value(driver.ToString()));
        tree.EntryIfAny("processesUnseen", observed.SawEveryProcess ? null : true as bool?);
        tree.Maps("parents", observed.Parents, parent => Parent(tree, parent, devices));
    }

    private static void Parent(TreeWriter tree, ObservedParent parent, OwnedDevices devices)
    {
        tree.Entry("device", parent.Address.ToString());
        tree.Entry("offersMdevs", parent.OffersMdevs);
        DevlinkTree.Entry(tree, parent.Devlink);
        PendingTree.Entry(tree, devices.Memory(new ParentId(parent.Address)));
        tree.MapsIfAny("holders", devices.Holders(new ParentId(parent.Address)).ToList(), holder => HolderTree.Entries(tree, holder));
        tree.Maps("types", parent.MdevTypes, type => Type(tree, type));
        tree.Maps("subDevices", devices.Under(parent.Address), device => SubDeviceTree.Entries(tree, device, devices));
    }

    private static void Type(TreeWriter tree, ObservedMdevType type)
    {
        tree.Entry("name", type.Name.ToString());
        if (type.AvailableInstances is { } available)
        {
            tree.Entry("availableInstances", available);
        }

        tree.EntryIfAny("deviceApi", type.DeviceApi);
        tree.EntryIfAny("title", type.Title);
        tree.EntryIfAny("description", type.Description);
    }
}
