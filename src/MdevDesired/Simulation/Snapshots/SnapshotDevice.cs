using MdevDesired.Diagnostics;
using MdevDesired.Loading;
using MdevDesired.Loading.Binding;
using MdevDesired.Model;
using MdevDesired.Model.Mdevs;

namespace MdevDesired.Simulation.Snapshots;

/// <summary>A mediated device of a snapshot and its entry in the ledger.</summary>
internal sealed class SnapshotDevice
{
    private const string NoUuid = "00000000-0000-0000-0000-000000000000";

    public SnapshotDevice(Fields device, ParentAddress parent)
    {
        Span = device.Mapping.Span;
        Observed = Mdev(device, device.RequiredNested("mdev"), parent);
        Holders = [.. device.NestedItems("holders").Select(Holder)];
        Owner = device.Nested("owner") is { } owner ? Entry(owner) : null;
    }

    public SourceSpan Span { get; }

    public ObservedMdev Observed { get; }

    public LedgerEntry? Owner { get; }

    /// <summary>Who holds it open.</summary>
    public IReadOnlyList<DeviceHolder> Holders { get; }

    private static ObservedMdev Mdev(Fields device, Fields? mdev, ParentAddress parent) => new()
    {
        Uuid = MdevUuid.Parse(mdev?.RequiredText("uuid", TextForms.Uuid)?.Value ?? NoUuid),
        Type = mdev?.Text("type", TextForms.MdevType) is { } type ? new MdevTypeName(type.Value) : null,
        Parent = parent,
        Driver = Driver(device),
        Instance = (ulong)(device.Number("instance")?.Value ?? 0),
        Attributes = device.NestedItems("attributes").Select(Attribute).OrderBy(attribute => attribute.Name).ToEquatableArray(),
    };

    private LedgerEntry Entry(Fields owner) => new()
    {
        Id = Observed.Id,
        Parent = Observed.Parent,
        Document = owner.RequiredText("document", TextForms.Name)?.Value ?? "",
        Name = owner.RequiredText("name", TextForms.Name)?.Value ?? "",
        Instance = Observed.Instance,
        Driver = Driver(owner),
        Written = owner.NestedItems("written").Select(value => new AttributeValue(Name(value), SnapshotText.Of(value, "value") ?? "")).ToEquatableArray(),
    };

    private DeviceHolder Holder(Fields holder) => new(
        Observed.Id,
        (int)(holder.Number("pid")?.Value ?? 0),
        SnapshotText.Of(holder, "command") ?? "?",
        SnapshotText.Of(holder, "path") ?? "?");

    private static DriverName? Driver(Fields fields) =>
        fields.Text("driver", TextForms.DriverName) is { } driver ? new DriverName(driver.Value) : null;

    private static ObservedAttribute Attribute(Fields attribute) => SnapshotText.Of(attribute, "value") is { } value
        ? ObservedAttribute.Readable(Name(attribute), value)
        : new(Name(attribute), State(attribute), null);

    private static AttributeName Name(Fields attribute) =>
        attribute.RequiredText("name", TextForms.AttributeName) is { } name ? new(name.Value) : default;

    private static AttributeState State(Fields attribute) =>
        attribute.Word("state", ["write-only", "absent", "unreadable"])?.Value switch
        {
            "write-only" => AttributeState.WriteOnly,
            "unreadable" => AttributeState.Unreadable,
            _ => AttributeState.Absent,
        };
}
