namespace MdevDesired.Model;

/// <summary>What this tool created on this host since it booted, ordered by identity.</summary>
internal sealed record Ledger(EquatableArray<LedgerEntry> Entries)
{
    public static Ledger Empty { get; } = new([]);
}
