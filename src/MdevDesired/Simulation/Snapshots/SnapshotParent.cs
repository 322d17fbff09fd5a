using MdevDesired.Diagnostics;
using MdevDesired.Loading;
using MdevDesired.Loading.Binding;
using MdevDesired.Model;
using MdevDesired.Model.Mdevs;

namespace MdevDesired.Simulation.Snapshots;

/// <summary>A parent of a snapshot and its sub devices.</summary>
internal sealed class SnapshotParent
{
    public SnapshotParent(Fields parent, Findings findings)
    {
        var address = parent.Text("device", TextForms.ParentAddress) is { } text ? ParentAddress.Parse(text.Value) : default;
        Span = parent.Mapping.Span;
        Observed = new()
        {
            Address = address,
            OffersMdevs = parent.Flag("offersMdevs")?.Value ?? true,
            MdevTypes = parent.NestedItems("types").Select(Type).OrderBy(type => type.Name).ToEquatableArray(),
            Devlink = SnapshotDevlink.Read(parent, SnapshotDevlink.Handle(address)),
        };
        Holders = [.. parent.NestedItems("holders").Select(holder => SnapshotHolder.Read(holder, new ParentId(address)))];
        Pending = SnapshotPending.Read(parent, new ParentId(address));
        Devices = [.. parent.NestedItems("subDevices").Select(device => new SnapshotDevice(device, address, findings))];
    }

    public SourceSpan Span { get; }

    public ObservedParent Observed { get; }

    public LedgerDevlink? Pending { get; }

    /// <summary>Who stands on the parent itself.</summary>
    public IReadOnlyList<DeviceHolder> Holders { get; }

    public IReadOnlyList<SnapshotDevice> Devices { get; }

    private static ObservedMdevType Type(Fields type) => new()
    {
        Name = type.RequiredText("name", TextForms.MdevType) is { } name ? new(name.Value) : default,
        AvailableInstances = (int?)type.Number("availableInstances")?.Value,
        DeviceApi = SnapshotText.Of(type, "deviceApi"),
        Title = SnapshotText.Of(type, "title"),
        Description = SnapshotText.Of(type, "description"),
    };
}
