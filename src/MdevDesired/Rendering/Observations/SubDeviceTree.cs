using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Rendering.Trees;

namespace MdevDesired.Rendering.Observations;

/// <summary>Writes the sub devices of a snapshot.</summary>
internal static class SubDeviceTree
{
    public static void Entries(TreeWriter tree, ObservedSubDevice device, OwnedDevices devices)
    {
        Kind(tree, device);
        tree.EntryIfAny("driver", device.Driver?.ToString());
        tree.Entry("instance", device.Instance);
        DevlinkTree.Entry(tree, device.Devlink);
        PendingTree.Entry(tree, devices.Memory(device.Id));
        tree.MapsIfAny<ObservedAttribute>("attributes", (device as ObservedMdev)?.Attributes ?? [], attribute => Attribute(tree, attribute));
        tree.MapsIfAny("holders", devices.Holders(device.Id).ToList(), holder => HolderTree.Entries(tree, holder));
        if (devices.Owner(device) is { } owner)
        {
            tree.Map("owner", () => Owner(tree, owner));
        }
    }

    private static void Kind(TreeWriter tree, ObservedSubDevice device)
    {
        if (device is ObservedMdev mdev)
        {
            tree.Map("mdev", () => Mdev(tree, mdev));
        }
        else if (device is ObservedSubfunction subfunction)
        {
            tree.Map("subfunction", () => SubfunctionTree.Entries(tree, subfunction));
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

    private static void Owner(TreeWriter tree, LedgerEntry owner)
    {
        tree.Entry("document", owner.Document);
        tree.Entry("name", owner.Name);
        tree.EntryIfAny("driver", owner.Driver?.ToString());
        tree.EntryIfAny("protect", owner.Protect ? true : null as bool?);
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
