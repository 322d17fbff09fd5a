using MdevDesired.Model;

namespace MdevDesired.Planning;

/// <summary>Says of a device without an entry in the ledger who made it: others, or nobody knows who where the ledger could not be read.</summary>
/// <param name="ledgerIsKnown">Whether the ledger could be read.</param>
internal readonly struct MakerWords(bool ledgerIsKnown)
{
    /// <summary>As an apposition: <c>dev-0 (maker unknown) differs</c>.</summary>
    public string Brief => ledgerIsKnown ? "made by others" : "maker unknown";

    public string ExistsAsListed => ledgerIsKnown ? "exists as listed and was made by others" : "exists as listed; its maker is unknown";

    public string Differs => ledgerIsKnown ? "was made by others and differs" : "differs, and its maker is unknown";

    /// <param name="place">Where it is: the device of a parent.</param>
    public string Elsewhere(ParentAddress place) =>
        ledgerIsKnown ? $"belongs to a device of {place} that others made" : $"belongs to a device of {place} whose maker is unknown";
}
