using MdevDesired.Loading.Binding;

namespace MdevDesired.Loading.Merging;

/// <summary>Checks that the listings of one parent can be merged: they do not contradict, and it is clear which device they mean.</summary>
internal static class ParentCheck
{
    public static void Check(IReadOnlyCollection<BoundDocument> documents, Findings findings)
    {
        CheckAgreement("\"optional\"", Listings(documents, parent => parent.Optional), findings);
        CheckAgreement("\"prune\"", Listings(documents, parent => parent.Prune), findings);
        CheckAgreement("\"disruption\"", Listings(documents, parent => parent.AllowsDisruption), findings);
        CheckAgreement("the eswitch mode", Listings(documents, parent => parent.Devlink.Eswitch), findings);
        foreach (var sameName in Listings(documents, BusOf).GroupBy(listing => listing.Parent.Name))
        {
            CheckBus(sameName.OrderBy(listing => listing.Said.Span).DistinctBy(listing => (listing.Hosts, listing.Said.Value)).ToArray(), findings);
        }
    }

    private static void CheckAgreement<T>(string what, IEnumerable<Listing<T>> listings, Findings findings)
        where T : struct
    {
        foreach (var sameName in listings.GroupBy(listing => listing.Parent.Name))
        {
            foreach (var (first, again) in Clashes.Find(sameName, (one, other) => !one.Said.Value.Equals(other.Said.Value)))
            {
                findings.Add(again.Said.Span, MergingMistakes.ConflictingParent(what, first, again));
            }
        }
    }

    private static void CheckBus(IReadOnlyCollection<Listing<string>> sameName, Findings findings)
    {
        foreach (var bare in sameName.Where(listing => listing.Parent.Bus is null))
        {
            var stated = sameName.Where(listing => listing.Parent.Bus is not null && listing.MayMeet(bare)).ToArray();
            var pairs = from one in stated from two in stated where one.Parent != two.Parent && one.Hosts.Overlaps(two.Hosts) select (one, two);
            foreach (var (one, two) in pairs.Take(1))
            {
                findings.Add(bare.Said.Span, MergingMistakes.AmbiguousParent(bare, one, two));
            }
        }
    }

    private static Stated<string>? BusOf(BoundParent parent) => new(parent.Address?.Bus ?? "", parent.Span);

    private static IEnumerable<Listing<T>> Listings<T>(IEnumerable<BoundDocument> documents, Func<BoundParent, Stated<T>?> said)
        where T : notnull =>
        from document in documents
        from parent in document.Parents
        let stated = said(parent)
        where parent.Address.HasValue && stated.HasValue
        select new Listing<T>(document.Hosts, parent.Address.GetValueOrDefault(), stated.GetValueOrDefault());
}
