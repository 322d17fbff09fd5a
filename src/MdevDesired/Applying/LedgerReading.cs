using MdevDesired.Diagnostics;
using MdevDesired.Model;

namespace MdevDesired.Applying;

/// <summary>A ledger as it was read, and what was wrong with it: then nobody knows who made the devices.</summary>
internal sealed record LedgerReading(Ledger Ledger, Diagnostic? Problem = null);
