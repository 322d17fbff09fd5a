using MdevDesired.Model;

namespace MdevDesired.Planning;

/// <summary>The planner's input, indexed.</summary>
internal sealed class PlanContext(DesiredState desired, ObservedState observed, Ledger ledger, PlanOptions options)
{
    private readonly Dictionary<DeviceId, ObservedSubDevice> _observed = observed.SubDevices.ToDictionary(device => device.Id);
    private readonly Dictionary<DeviceId, LedgerEntry> _entries = ledger.Entries.ToDictionary(entry => entry.Id);
    private readonly Dictionary<DeviceId, LedgerDevlink> _memories = ledger.Devlink.ToDictionary(memory => memory.Id);
    private readonly HashSet<DeviceId> _desired = desired.SubDevices.Select(device => device.Id).ToHashSet();
    private readonly ILookup<DeviceId, DeviceHolder> _holders = observed.Holders.ToLookup(holder => holder.Id);
    private readonly ILookup<string, ObservedParent> _parents = observed.Parents.ToLookup(parent => parent.Address.Name);
    private readonly ILookup<string, DesiredParent> _desiredParents = desired.Parents.ToLookup(parent => parent.Address.Name);

    public DesiredState Desired { get; } = desired;

    public ObservedState Observed { get; } = observed;

    public PlanOptions Options { get; } = options;

    public MakerWords Maker { get; } = new(ledger.IsKnown);

    public ObservedSubDevice? Find(DeviceId id) => _observed.GetValueOrDefault(id);

    /// <summary>The host's device for the address, or null. A parent of sub devices is preferred to a mere device of that name.</summary>
    public ObservedParent? FindParent(ParentAddress address) => _parents[address.Name]
        .Where(parent => parent.Address.Matches(address))
        .MaxBy(parent => parent.OffersMdevs || parent.Devlink is not null);

    /// <summary>What the input says of a parent, or null when no document lists it.</summary>
    public DesiredParent? FindDesired(ParentAddress address) =>
        _desiredParents[address.Name].FirstOrDefault(parent => parent.Address.Matches(address));

    /// <summary>Who is known to use the device; of a parent, any of its sub devices too.</summary>
    public IEnumerable<DeviceHolder> Holders(DeviceId id) => id is ParentId parent
        ? _holders[id].Concat(Observed.SubDevices.Where(device => device.Parent == parent.Address).SelectMany(device => _holders[device.Id]))
        : _holders[id];

    /// <summary>The operation on a device that the kernel has still not answered, or null.</summary>
    public LedgerPending? Pending(DeviceId id) => Observed.Pending.FirstOrDefault(operation => operation.Id == id);

    /// <summary>What the ledger remembers of the devlink instance of a device, or null.</summary>
    public LedgerDevlink? Memory(DeviceId id) => _memories.GetValueOrDefault(id);

    /// <summary>Whether some document lists the device.</summary>
    public bool IsDesired(DeviceId id) => _desired.Contains(id);

    /// <summary>The ledger's entry when the observed instance is the one that this tool made or adopted, else null.</summary>
    public LedgerEntry? Owner(ObservedSubDevice device) =>
        _entries.GetValueOrDefault(device.Id) is { } entry && entry.Owns(device) ? entry : null;
}
