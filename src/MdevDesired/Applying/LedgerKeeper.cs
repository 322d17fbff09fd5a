using MdevDesired.Diagnostics;
using MdevDesired.Model;

namespace MdevDesired.Applying;

/// <summary>Keeps the ledger true during a run. Safe to call from several threads.</summary>
/// <remarks>
/// What must be on disk before a device is made is its intent, and all intents of a run are written at once. What follows (the
/// instance of a device that was made, the end of one that was removed) may lag a little: after a kill an intent still owns the
/// device that was made for it, and an entry without a device owns nothing. So it is written after a share of the run's devices,
/// which keeps the cost of a run linear.
/// </remarks>
internal sealed class LedgerKeeper
{
    private const int SavesPerRun = 64;

    private readonly Lock _gate = new();
    private readonly ILedgerStore _store;
    private readonly SortedDictionary<DeviceId, LedgerEntry> _entries;
    private readonly SortedDictionary<DeviceId, LedgerDevlink> _devlink;
    private readonly SortedDictionary<DeviceId, LedgerPending> _pending;
    private readonly int _updatesPerSave;
    private int _unsaved;
    private bool _isKnown;

    /// <param name="store">Where the ledger outlives the process.</param>
    /// <param name="ledger">As it was read.</param>
    /// <param name="observed">What the host has: the ledger is brought in line with it.</param>
    /// <param name="devices">How many devices the run will work on.</param>
    public LedgerKeeper(ILedgerStore store, Ledger ledger, ObservedState observed, int devices)
    {
        var reconciled = ledger.Reconciled(observed);
        _store = store;
        _entries = new(reconciled.Entries.ToDictionary(entry => entry.Id));
        _devlink = new(reconciled.Devlink.ToDictionary(memory => memory.Id));
        _pending = new(reconciled.Pending.ToDictionary(operation => operation.Id));
        _isKnown = ledger.IsKnown;
        _unsaved = reconciled == ledger ? 0 : 1;
        _updatesPerSave = Math.Max(1, devices / SavesPerRun);
    }

    /// <summary>Why the ledger could not be written since, or null.</summary>
    public Diagnostic? Problem { get; private set; }

    public Ledger Ledger
    {
        get
        {
            lock (_gate)
            {
                return Current;
            }
        }
    }

    private Ledger Current => new(_entries.Values.ToEquatableArray())
    {
        IsKnown = _isKnown,
        Devlink = _devlink.Values.ToEquatableArray(),
        Pending = _pending.Values.ToEquatableArray(),
    };

    public LedgerEntry? Find(DeviceId id)
    {
        lock (_gate)
        {
            return _entries.GetValueOrDefault(id);
        }
    }

    /// <summary>What is remembered of the devlink instance of a device: nothing, when there is nothing.</summary>
    public LedgerDevlink Memory(DeviceId id)
    {
        lock (_gate)
        {
            return _devlink.GetValueOrDefault(id) ?? new(id);
        }
    }

    /// <summary>Writes the intents of a run, or of a device that is about to be made again.</summary>
    /// <param name="intents">The devices that are about to be made.</param>
    /// <param name="reloads">The devices whose instances are about to get params that a reload makes take effect.</param>
    /// <exception cref="KernelException">They could not be written: nothing may be created.</exception>
    public void Begin(IEnumerable<LedgerEntry> intents, IEnumerable<DeviceId> reloads)
    {
        lock (_gate)
        {
            foreach (var id in reloads)
            {
                _devlink[id] = Memory(id) with { ReloadPending = true };
                _unsaved++;
            }

            foreach (var intent in intents)
            {
                _entries[intent.Id] = intent;
                _unsaved++;
            }

            if (_unsaved > 0)
            {
                Write();
            }
        }
    }

    public void Set(LedgerEntry entry) => Update(() => _entries[entry.Id] = entry);

    /// <summary>The kernel has not answered: what becomes of the device is not known until the process that waits has gone.</summary>
    public void Set(LedgerPending operation) => Update(() => _pending[operation.Id] = operation);

    public void Set(LedgerDevlink memory)
    {
        if (memory != Memory(memory.Id))
        {
            Update(() =>
            {
                _devlink.Remove(memory.Id);
                if (!memory.IsEmpty)
                {
                    _devlink[memory.Id] = memory;
                }
            });

            // That a parent's reload is over must be known before it has subfunctions: then it refuses another.
            if (memory.Id is ParentId)
            {
                End();
            }
        }
    }

    /// <summary>The device is gone.</summary>
    public void Forget(DeviceId id) => Update(() => _ = _entries.Remove(id) | _devlink.Remove(id));

    /// <summary>Brings the ledger in line with what the host has after the run.</summary>
    public void Reconcile(ObservedState observed)
    {
        lock (_gate)
        {
            var ledger = Current;
            var reconciled = ledger.Reconciled(observed);
            if (reconciled != ledger)
            {
                _entries.Clear();
                reconciled.Entries.ToList().ForEach(entry => _entries[entry.Id] = entry);
                _pending.Clear();
                reconciled.Pending.ToList().ForEach(operation => _pending[operation.Id] = operation);
                _devlink.Clear();
                reconciled.Devlink.ToList().ForEach(memory => _devlink[memory.Id] = memory);
                Save();
            }
        }
    }

    /// <summary>Writes what is not written yet.</summary>
    public void End()
    {
        lock (_gate)
        {
            if (_unsaved > 0)
            {
                Save();
            }
        }
    }

    private void Update(Action update)
    {
        lock (_gate)
        {
            update();
            if (++_unsaved >= _updatesPerSave)
            {
                Save();
            }
        }
    }

    // Of what is written from now on it is known who made it: one that could not be read is put aside.
    private void Write()
    {
        _store.Save(Current);
        _unsaved = 0;
        _isKnown = true;
    }

    // A ledger that cannot be written any more must not stop a run in its midst: the intents are written, the rest is reported.
    private void Save()
    {
        try
        {
            Write();
            Problem = null;
        }
        catch (KernelException refusal)
        {
            Problem = new(ApplyingCodes.LedgerNotWritten, Severity.Warning, null,
                $"the ledger could not be brought up to date: {refusal.Message}", "free space under /run and apply again");
        }
    }
}
