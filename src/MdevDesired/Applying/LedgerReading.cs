using MdevDesired.Diagnostics;
using MdevDesired.Model;

namespace MdevDesired.Applying;

/// <summary>A ledger as it was read, and what was wrong with it: then every device counts as made by others.</summary>
internal sealed record LedgerReading(Ledger Ledger, Diagnostic? Problem = null);
