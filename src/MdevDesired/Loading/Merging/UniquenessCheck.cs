using MdevDesired.Loading.Binding;

namespace MdevDesired.Loading.Merging;

/// <summary>Checks what must be unique over the whole input: names of documents, identities, names within a parent.</summary>
internal static class UniquenessCheck
{
    public static void Check(IReadOnlyCollection<BoundDocument> documents, Findings findings)
    {
        foreach (var (first, again) in Repeated(documents.Select(document => document.Name)))
        {
            findings.Add(again.Span, MergingMistakes.DuplicateDocument(again.Value, first.Span, again.Span));
        }

        foreach (var (first, again) in Repeated(documents.SelectMany(SubDevices).Select(subDevice => subDevice.Id)))
        {
            findings.Add(again.Span, MergingMistakes.DuplicateId(again.Value, first.Span, again.Span));
        }

        var names = documents.SelectMany(Names).GroupBy(listing => (listing.Parent.Name, listing.Said.Value));
        foreach (var sameName in names.Where(group => group.Skip(1).Any()))
        {
            CheckNames(sameName, findings);
        }
    }

    private static void CheckNames(IEnumerable<Listing<string>> sameName, Findings findings)
    {
        foreach (var (first, again) in Clashes.Find(sameName, (_, _) => true))
        {
            var mistake = MergingMistakes.DuplicateSubDevice(again.Said.Value, again.Parent, first.Said.Span, again.Said.Span);
            findings.Add(again.Said.Span, mistake);
        }
    }

    private static IEnumerable<(Stated<T> First, Stated<T> Again)> Repeated<T>(IEnumerable<Stated<T>?> all)
        where T : notnull
    {
        var firsts = new Dictionary<T, Stated<T>>();
        foreach (var stated in all.OfType<Stated<T>>().OrderBy(stated => stated.Span))
        {
            if (!firsts.TryAdd(stated.Value, stated))
            {
                yield return (firsts[stated.Value], stated);
            }
        }
    }

    private static IEnumerable<BoundSubDevice> SubDevices(BoundDocument document) =>
        document.Parents.SelectMany(parent => parent.SubDevices ?? []);

    private static IEnumerable<Listing<string>> Names(BoundDocument document) =>
        from parent in document.Parents
        where parent.Address.HasValue
        from subDevice in parent.SubDevices ?? []
        where subDevice.Name.HasValue
        select new Listing<string>(document.Hosts, parent.Address.GetValueOrDefault(), subDevice.Name.GetValueOrDefault());
}
