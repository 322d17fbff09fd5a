using MdevDesired.Model;

namespace MdevDesired.Applying;

/// <summary>The port through which the ledger outlives the process.</summary>
internal interface ILedgerStore
{
    /// <summary>Reads the ledger. An absent one is empty; one that cannot be read or understood is unknown, and says why.</summary>
    LedgerReading Load();

    /// <summary>Replaces the ledger atomically: a reader, or the next run after a kill, sees the old one or the new one.</summary>
    /// <exception cref="KernelException">It could not be written; the old one is intact.</exception>
    void Save(Ledger ledger);
}
