using MdevDesired.Model;

namespace MdevDesired.Applying;

/// <summary>The ledger's entry for a device before it is made: no instance yet.</summary>
internal static class Intent
{
    public static LedgerEntry For(DesiredSubDevice desired, ParentAddress parent) =>
        new() { Id = desired.Id, Parent = parent, Document = desired.Document, Name = desired.Name, Protect = desired.Protect };
}
