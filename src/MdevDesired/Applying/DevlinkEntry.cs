using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Planning.Devlink;

namespace MdevDesired.Applying;

/// <summary>Keeps what the ledger remembers of one device's devlink instance true while its change runs.</summary>
internal sealed class DevlinkEntry(DeviceId id, LedgerKeeper ledger)
{
    private readonly LedgerDevlink _before = ledger.Memory(id);
    private bool _wasPending = ledger.Memory(id).ReloadPending;
    private LedgerDevlink _now = ledger.Memory(id) with { ReloadPending = false };

    /// <summary>Whether a param was set in this run that only a reload makes take effect.</summary>
    public bool NeedsReload { get; private set; }

    /// <summary>A driverinit param was set. That a reload follows has stood in the ledger since the run began.</summary>
    public void Set() => NeedsReload = true;

    /// <summary>What a permanent param was set to before the run, where that may not read back yet; else null.</summary>
    public DevlinkParamValue? PermanentBefore(ParamChoice choice) =>
        choice.Cmode == DevlinkParamCmode.Permanent && _before.Permanent.FirstOrDefault(param => param.Name == choice.Param.Name) is { } set
            ? ParamChoice.Read(set.Value, choice.Param.Type)
            : null;

    /// <summary>A permanent param was set.</summary>
    public void SetPermanent(string name, DevlinkParamValue value)
    {
        var others = _now.Permanent.Where(param => param.Name != name);
        _now = _now with { Permanent = others.Append(new(name, value.ToString()!)).OrderBy(param => param.Name, StringComparer.Ordinal).ToEquatableArray() };
    }

    /// <summary>The instance was reloaded, or its driver made it anew.</summary>
    public void Reloaded() => NeedsReload = _wasPending = false;

    /// <summary>All params that this run set are as they were before.</summary>
    public void PutBack() => NeedsReload = false;

    /// <summary>The device is as its document wants it.</summary>
    public void Finish() => ledger.Set(_now);

    /// <summary>The change failed or was not begun.</summary>
    public void Restore() => ledger.Set(_now with { ReloadPending = NeedsReload || _wasPending });
}
