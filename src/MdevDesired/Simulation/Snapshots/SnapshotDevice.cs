using MdevDesired.Diagnostics;
using MdevDesired.Loading;
using MdevDesired.Loading.Binding;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Simulation.Snapshots;

/// <summary>A sub device of a snapshot, and what the ledger has of it.</summary>
internal sealed class SnapshotDevice
{
    private static readonly DevlinkHandle Nowhere = new("none", "none");

    public SnapshotDevice(Fields device, ParentAddress parent, Findings findings)
    {
        device.RequireOneOf("mdev", "subfunction");
        Span = device.Mapping.Span;
        Observed = Read(device, parent, findings);
        Holders = [.. device.NestedItems("holders").Select(holder => SnapshotHolder.Read(holder, Observed.Id))];
        Owner = device.Nested("owner") is { } owner ? Entry(owner) : null;
        Pending = SnapshotPending.Read(device, Observed.Id);
    }

    public SourceSpan Span { get; }

    public ObservedSubDevice Observed { get; }

    public LedgerEntry? Owner { get; }

    public LedgerDevlink? Pending { get; }

    /// <summary>Who uses it.</summary>
    public IReadOnlyList<DeviceHolder> Holders { get; }

    private static ObservedSubDevice Read(Fields device, ParentAddress parent, Findings findings)
    {
        if (device.Nested("subfunction") is not { } subfunction)
        {
            return SnapshotMdev.Read(device, device.Nested("mdev"), parent);
        }

        var handle = SnapshotDevlink.Handle(parent);
        if (handle is null)
        {
            findings.Add(subfunction.Mapping.Span, SnapshotMistakes.NoHandle(parent));
        }

        return SnapshotSubfunction.Read(device, subfunction, handle ?? Nowhere);
    }

    private LedgerEntry Entry(Fields owner) => new()
    {
        Id = Observed.Id,
        Parent = Observed.Parent,
        Document = owner.RequiredText("document", TextForms.Name)?.Value ?? "",
        Name = owner.RequiredText("name", TextForms.Name)?.Value ?? "",
        Instance = Observed.Instance,
        Driver = SnapshotText.Driver(owner),
        Protect = owner.Flag("protect")?.Value ?? false,
        Written = owner.NestedItems("written")
            .Select(value => new AttributeValue(SnapshotText.Attribute(value), SnapshotText.Of(value, "value") ?? ""))
            .ToEquatableArray(),
    };
}
