using MdevDesired.Model;
using MdevDesired.Planning;

namespace MdevDesired.Rendering.Observations;

/// <summary>The sub devices of a host by parent, each with its entry in the ledger when this tool made or adopted it.</summary>
internal sealed class OwnedDevices(ObservedState observed, Ledger ledger)
{
    private readonly ILookup<ParentAddress, ObservedSubDevice> _devices = observed.SubDevices.ToLookup(device => device.Parent);
    private readonly ILookup<DeviceId, DeviceHolder> _holders = observed.Holders.ToLookup(holder => holder.Id);
    private readonly Dictionary<DeviceId, LedgerEntry> _entries = ledger.Entries.ToDictionary(entry => entry.Id);

    private readonly Dictionary<DeviceId, LedgerDevlink> _memories = ledger.Devlink.ToDictionary(memory => memory.Id);

    /// <summary>What is said of a device without an owner.</summary>
    public MakerWords Maker { get; } = new(ledger.IsKnown);

    public IEnumerable<ObservedSubDevice> Under(ParentAddress parent) => _devices[parent];

    /// <summary>Who is known to use the device.</summary>
    public IEnumerable<DeviceHolder> Holders(DeviceId id) => _holders[id];

    /// <summary>What was set of the device's devlink instance and has not taken effect, or null.</summary>
    public LedgerDevlink? Memory(DeviceId id) => _memories.GetValueOrDefault(id);

    public LedgerEntry? Owner(ObservedSubDevice device) =>
        _entries.GetValueOrDefault(device.Id) is { } entry && entry.Owns(device) ? entry : null;
}
