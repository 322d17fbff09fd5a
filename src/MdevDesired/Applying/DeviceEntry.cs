using MdevDesired.Model;
using MdevDesired.Planning;
using MdevDesired.Planning.Attributes;
using MdevDesired.Planning.Subfunctions;

namespace MdevDesired.Applying;

/// <summary>Keeps the ledger's entry of one sub device true while its change runs.</summary>
internal sealed class DeviceEntry(DeviceChange change, LedgerKeeper ledger)
{
    private readonly LedgerEntry? _before = ledger.Find(change.Id);
    private readonly WrittenValues _written = new(ledger.Find(change.Id)?.Written ?? []);
    private bool _exists = true;

    /// <summary>The values that the device had before the run, as far as this tool wrote them.</summary>
    public EquatableArray<AttributeValue> WrittenBefore => _before?.Written ?? [];

    /// <summary>The device was made, made again or taken over.</summary>
    public void Set(ObservedSubDevice device)
    {
        _exists = true;
        ledger.Set(Intent.For(change.Desired!, change.Parent).Of(device));
    }

    /// <summary>An action was performed that may have written values.</summary>
    public void Wrote(PlanAction action)
    {
        switch (action)
        {
            case WriteAttribute write:
                _written.Add(new(write.Attribute, write.Value));
                break;
            case SetPortFunction set:
                set.Function.Attributes().ToList().ForEach(pair => _written.Add(new(new(pair.Name), pair.Value)));
                break;
            default:
                break;
        }
    }

    /// <summary>
    /// The device is about to be made again: the one that follows has another instance, and its intent must be known before a kill
    /// could make it foreign.
    /// </summary>
    /// <exception cref="KernelException">The intent could not be written.</exception>
    public void Intend() => ledger.Begin([Intent.For(change.Desired!, change.Parent)], []);

    /// <summary>The kernel has not answered: the entry stays as it is, an intent too.</summary>
    public void Pend(PlanAction action, ProcessIdentity waiter) => ledger.Set(new LedgerPending(change.Id, action.Kind, waiter));

    /// <summary>The device is gone.</summary>
    public void Removed()
    {
        _exists = false;
        _written.Clear();
        if (change.Desired is null)
        {
            ledger.Forget(change.Id);
        }
    }

    /// <summary>The device is as its document wants it.</summary>
    public void Finish(DesiredSubDevice desired)
    {
        var entry = ledger.Find(change.Id) ?? Intent.For(desired, change.Parent);
        ledger.Set(entry with { Document = desired.Document, Name = desired.Name, Protect = desired.Protect, Written = desired.Written });
    }

    /// <summary>The change failed in the midst of a device that is kept as it is.</summary>
    public void Keep()
    {
        if (ledger.Find(change.Id) is { } entry)
        {
            ledger.Set(entry with { Written = _written.Values });
        }
    }

    /// <summary>The change failed or was not begun, and nothing that it made is left.</summary>
    public void Restore()
    {
        if (change.Id is ParentId)
        {
            return;
        }

        if (_before is null || !_exists)
        {
            ledger.Forget(change.Id);
        }
        else
        {
            ledger.Set(_before with { Written = _written.Values });
        }
    }
}
