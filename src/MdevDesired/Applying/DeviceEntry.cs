using MdevDesired.Model;
using MdevDesired.Planning;

namespace MdevDesired.Applying;

/// <summary>Keeps the ledger's entry of one sub device true while its change runs.</summary>
internal sealed class DeviceEntry(DeviceChange change, LedgerKeeper ledger)
{
    private readonly LedgerEntry? _before = ledger.Find(change.Id);
    private readonly HashSet<AttributeName> _written = [];
    private bool _exists = true;

    /// <summary>The values that the device had before the run, as far as this tool wrote them.</summary>
    public EquatableArray<AttributeValue> WrittenBefore => _before?.Written ?? [];

    /// <summary>The device was made, made again or taken over.</summary>
    public void Set(ObservedSubDevice device)
    {
        _exists = true;
        ledger.Set(Intent.For(change.Desired!, change.Parent).Of(device));
    }

    public void Wrote(AttributeName name) => _written.Add(name);

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

    /// <summary>The change failed or was not begun, and nothing that it made is left.</summary>
    public void Restore()
    {
        if (_before is null || !_exists)
        {
            ledger.Forget(change.Id);
        }
        else
        {
            // What was written before a later action failed is neither what the ledger had nor what the document wants.
            ledger.Set(_before with { Written = WrittenBefore.Where(value => !_written.Contains(value.Name)).ToEquatableArray() });
        }
    }
}
