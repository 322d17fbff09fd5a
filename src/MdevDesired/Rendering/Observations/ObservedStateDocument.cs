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
        tree.Maps("parents", observed.Parents, parent => Parent(tree, parent, devices));
    }

    private static void Parent(TreeWriter tree, ObservedParent parent, OwnedDevices devices)
    {
        tree.Entry("device", parent.Address.ToString());
        tree.Entry("offersMdevs", parent.OffersMdevs);
        tree.Maps("types", parent.MdevTypes, type => Type(tree, type));
        tree.Maps("subDevices", devices.Under(parent.Address), device => SubDevice(tree, device, devices));
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

    private static void SubDevice(TreeWriter tree, ObservedSubDevice device, OwnedDevices devices)
    {
        if (device is ObservedMdev mdev)
        {
            tree.Map("mdev", () => Mdev(tree, mdev));
        }

        tree.EntryIfAny("driver", device.Driver?.ToString());
        tree.Entry("instance", device.Instance);
        tree.MapsIfAny<ObservedAttribute>("attributes", (device as ObservedMdev)?.Attributes ?? [], attribute => Attribute(tree, attribute));
        tree.MapsIfAny("holders", devices.Holders(device).ToList(), holder => Holder(tree, holder));
        if (devices.Owner(device) is { } owner)
        {
            tree.Map("owner", () => Owner(tree, owner));
        }
    }

    private static void Mdev(TreeWriter tree, ObservedMdev mdev)
    {
        tree.Entry("uuid", mdev.Uuid.ToString());
        tree.EntryIfAny("type", mdev.Type?.ToString());
    }

    private static void Attribute(TreeWriter tree, ObservedAttribute attribute)
    {
        tree.Entry("name", attribute.Name.ToString());
        if (attribute.Value is { } value)
        {
            tree.Entry("value", value);
        }
        else
        {
            tree.Entry("state", Word(attribute.State));
        }
    }

    private static void Holder(TreeWriter tree, DeviceHolder holder)
    {
        tree.Entry("pid", holder.Pid);
        tree.Entry("command", holder.Command);
        tree.Entry("path", holder.Path);
    }

    private static void Owner(TreeWriter tree, LedgerEntry owner)
    {
        tree.Entry("document", owner.Document);
        tree.Entry("name", owner.Name);
        tree.EntryIfAny("driver", owner.Driver?.ToString());
        tree.MapsIfAny("written", owner.Written, value =>
        {
            tree.Entry("name", value.Name.ToString());
            tree.Entry("value", value.Value);
        });
    }

    private static string Word(AttributeState state) => state switch
    {
        AttributeState.WriteOnly => "write-only",
        AttributeState.Absent => "absent",
        AttributeState.Unreadable => "unreadable",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "a readable attribute has a value"),
    };
}
