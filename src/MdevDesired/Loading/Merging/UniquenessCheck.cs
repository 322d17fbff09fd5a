using MdevDesired.Loading.Binding;
using MdevDesired.Loading.Selecting;
using MdevDesired.Model;
using MdevDesired.Model.Mdevs;

namespace MdevDesired.Loading.Merging;

/// <summary>Checks what must be unique: names of documents, identities, names within a parent, names of network interfaces.</summary>
internal static class UniquenessCheck
{
    public static void Check(IReadOnlyCollection<BoundDocument> documents, Findings findings)
    {
        Check(documents.SelectMany(DocumentName), MergingMistakes.DuplicateDocument, findings);
        Check(documents.SelectMany(Ids), MergingMistakes.DuplicateId, findings);
        Check(documents.SelectMany(Names), MergingMistakes.DuplicateSubDevice, findings);
        Check(documents.SelectMany(Netdevs), MergingMistakes.DuplicateNetdev, findings);
    }

    private static void Check<T>(IEnumerable<Listing<T>> listings, Func<Listing<T>, Listing<T>, Mistake> mistake, Findings findings)
    {
        foreach (var same in listings.GroupBy(listing => (listing.Parent.Name, listing.Said.Value)).Where(group => group.Skip(1).Any()))
        {
            foreach (var (first, again) in Clashes.Find(same, (_, _) => true))
            {
                findings.Add(again.Said.Span, mistake(first, again));
            }
        }
    }

    private static IEnumerable<Listing<string>> DocumentName(BoundDocument document) =>
        document.Name is { } name ? [new Listing<string>(HostSelector.Everywhere, default, name)] : [];

    // A UUID is one device wherever it is; the numbers of a subfunction count on each host anew.
    private static IEnumerable<Listing<DeviceId>> Ids(BoundDocument document) =>
        from subDevice in SubDevices(document)
        where subDevice.Id.HasValue
        let id = subDevice.Id.GetValueOrDefault()
        select new Listing<DeviceId>(id.Value is MdevId ? HostSelector.Everywhere : document.Hosts, default, id);

    private static IEnumerable<Listing<string>> Names(BoundDocument document) =>
        from parent in document.Parents
        where parent.Address.HasValue
        from subDevice in parent.SubDevices ?? []
        where subDevice.Name.HasValue
        select new Listing<string>(document.Hosts, parent.Address.GetValueOrDefault(), subDevice.Name.GetValueOrDefault());

    private static IEnumerable<Listing<string>> Netdevs(BoundDocument document) =>
        from subDevice in SubDevices(document)
        from netdev in subDevice.Netdevs
        select new Listing<string>(document.Hosts, default, netdev);

    private static IEnumerable<BoundSubDevice> SubDevices(BoundDocument document) =>
        document.Parents.SelectMany(parent => parent.SubDevices ?? []);
}
