using MdevDesired.Model;
using MdevDesired.Planning;

namespace MdevDesired.Cli.Verbs;

/// <summary>A look at a host, and the plan that it gives.</summary>
internal sealed record Assessment(Ledger Ledger, ObservedState Observed, Plan Plan);
