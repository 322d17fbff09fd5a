using MdevDesired.Model;
using MdevDesired.Planning.Attributes;

namespace MdevDesired.Cli.Verbs;

/// <summary>
/// What a picture of the host looks at: everything, and of the devices in the ledger the attributes that were written, so that a
/// plan from the picture compares them as a plan from the host would.
/// </summary>
internal static class ShowScope
{
    public static ObservationScope Of(Ledger ledger) => ObservationScope.Everything with
    {
        Attributes = ledger.Entries
            .Where(entry => entry.Written.Count > 0)
            .ToDictionary(entry => entry.Id, entry => AttributeComparison.Scope(entry.Written, entry.Written)),
    };
}
