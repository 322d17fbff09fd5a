namespace MdevDesired.Model;

/// <summary>What this tool created on this host since it booted, ordered by identity.</summary>
internal sealed record Ledger(EquatableArray<LedgerEntry> Entries)
{
    public static Ledger Empty { get; } = new([]);

    /// <summary>The ledger of a host where it cannot be read: empty, and that says nothing of who made the devices.</summary>
    public static Ledger Unknown { get; } = new([]) { IsKnown = false };

    /// <summary>Whether a device without an entry was made by others; else nobody knows who made it.</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>What is remembered of devlink instances, of parents too, ordered by identity.</summary>
    public EquatableArray<LedgerDevlink> Devlink { get; init; }

    /// <summary>What the kernel had not answered when the run that asked for it ended, ordered by identity.</summary>
    public EquatableArray<LedgerPending> Pending { get; init; }

    /// <summary>
    /// The ledger in the light of what the host has: an entry without a device is forgotten, and an intent whose device was made
    /// before the run that made it was killed learns which instance that is.
    /// </summary>
    public Ledger Reconciled(ObservedState observed)
    {
        var devices = observed.SubDevices.ToDictionary(device => device.Id);
        var pending = observed.Pending.Select(operation => operation.Id).ToHashSet();
        return this with
        {
            Entries = Entries
                .Where(entry => devices.ContainsKey(entry.Id) || pending.Contains(entry.Id))
                .Select(entry => entry.Instance is null && devices.TryGetValue(entry.Id, out var device) ? entry.Of(device) : entry)
                .ToEquatableArray(),
            Pending = Pending.Where(observed.Pending.Contains).ToEquatableArray(),
            Devlink = Devlink.Where(memory => memory.Id is ParentId || devices.ContainsKey(memory.Id)).ToEquatableArray(),
        };
    }
}
