using MdevDesired.Loading;
using MdevDesired.Loading.Binding;
using MdevDesired.Model;
using MdevDesired.Model.Mdevs;

namespace MdevDesired.Simulation.Snapshots;

/// <summary>Reads a mediated device.</summary>
internal static class SnapshotMdev
{
    private const string NoUuid = "00000000-0000-0000-0000-000000000000";

    /// <param name="device">The sub device.</param>
    /// <param name="mdev">What makes it one, or null.</param>
    /// <param name="parent">Its parent.</param>
    public static ObservedMdev Read(Fields device, Fields? mdev, ParentAddress parent)
    {
        var uuid = MdevUuid.Parse(mdev?.RequiredText("uuid", TextForms.Uuid)?.Value ?? NoUuid);
        return new()
        {
            Uuid = uuid,
            Type = mdev?.Text("type", TextForms.MdevType) is { } type ? new MdevTypeName(type.Value) : null,
            Parent = parent,
            Driver = SnapshotText.Driver(device),
            Instance = (ulong)(device.Number("instance")?.Value ?? 0),
            Attributes = device.NestedItems("attributes").Select(Attribute).OrderBy(attribute => attribute.Name).ToEquatableArray(),
            Devlink = SnapshotDevlink.Read(device, new("mdev", uuid.ToString())),
        };
    }

    private static ObservedAttribute Attribute(Fields attribute) => SnapshotText.Of(attribute, "value") is { } value
        ? ObservedAttribute.Readable(SnapshotText.Attribute(attribute), value)
        : new(SnapshotText.Attribute(attribute), State(attribute), null);

    private static AttributeState State(Fields attribute) =>
        attribute.Word("state", ["write-only", "absent", "unreadable"])?.Value switch
        {
            "write-only" => AttributeState.WriteOnly,
            "unreadable" => AttributeState.Unreadable,
            _ => AttributeState.Absent,
        };
}
