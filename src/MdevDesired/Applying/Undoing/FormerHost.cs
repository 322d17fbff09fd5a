using MdevDesired.Model;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Applying.Undoing;

/// <summary>A host and its ledger before a run, seen as far as the run and what it removes are concerned.</summary>
/// <param name="Scope">What was looked at, for a look at the same later.</param>
/// <param name="Observed">What the host had.</param>
/// <param name="Ledger">What the ledger had, in line with the host.</param>
internal sealed record FormerHost(ObservationScope Scope, ObservedState Observed, Ledger Ledger)
{
    private readonly Dictionary<DeviceId, ObservedSubDevice> _devices = Observed.SubDevices.ToDictionary(device => device.Id);
    private readonly Dictionary<DeviceId, LedgerEntry> _entries = Ledger.Entries.ToDictionary(entry => entry.Id);

    public static FormerHost Of(IObserveHost observe, DesiredState desired, Ledger ledger)
    {
        var scope = RollbackScope.Of(desired, ledger);
        return new(scope, observe.Observe(scope), ledger);
    }

    public ObservedSubDevice? Find(DeviceId id) => _devices.GetValueOrDefault(id);

    public LedgerEntry? Entry(DeviceId id) => Find(id) is { } device && _entries.GetValueOrDefault(id) is { } entry && entry.Owns(device) ? entry : null;

    public LedgerDevlink Memory(DeviceId id) => Ledger.Devlink.FirstOrDefault(memory => memory.Id == id) ?? new(id);

    public ObservedDevlink? Instance(ParentAddress parent) => InstanceOf(Observed, parent);

    public static ObservedDevlink? InstanceOf(ObservedState observed, ParentAddress parent) =>
        observed.Parents.FirstOrDefault(each => each.Address == parent)?.Devlink;
}
