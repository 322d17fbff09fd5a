using MdevDesired.Loading.Binding;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Loading.Merging;

/// <summary>The last stage: the documents of one host to its desired state. They must have passed every check.</summary>
internal static class DesiredStateMerger
{
    public static DesiredState Merge(IReadOnlyCollection<BoundDocument> documents) => new(
        Names(documents.Select(document => document.Name!.Value.Value)),
        documents
            .SelectMany(document => document.Parents.Select(parent => (Document: document.Name!.Value.Value, Listing: parent)))
            .GroupBy(pair => pair.Listing.Address!.Value.Name)
            .SelectMany(MergeOfOneName)
            .OrderBy(parent => parent.Address)
            .ToEquatableArray());

    // A bare name is the device of the one bus that another listing states; were there two, the check would have refused it.
    private static IEnumerable<DesiredParent> MergeOfOneName(IEnumerable<(string Document, BoundParent Listing)> sameName)
    {
        var stated = sameName.Select(pair => pair.Listing.Address!.Value).FirstOrDefault(address => address.Bus is not null);
        return sameName
            .GroupBy(pair => pair.Listing.Address!.Value is { Bus: null } && stated.Bus is not null ? stated : pair.Listing.Address!.Value)
            .Select(group => Merge(group.Key, [.. group]));
    }

    private static DesiredParent Merge(ParentAddress address, IReadOnlyCollection<(string Document, BoundParent Listing)> listings) => new()
    {
        Address = address,
        Span = listings.Min(pair => pair.Listing.Span),
        // Longer patience is nobody's loss: it meets what every listing asks for.
        Wait = listings.Max(pair => pair.Listing.Wait),
        Optional = listings.Any(pair => pair.Listing.Optional is { Value: true }),
        Prune = listings.Select(pair => pair.Listing.Prune).FirstOrDefault(prune => prune is not null)?.Value ?? PruneMode.Owned,
        AllowsDisruption = listings.Any(pair => pair.Listing.AllowsDisruption is { Value: true }),
        ListedBy = Names(listings.Select(pair => pair.Document)),
        ManagedBy = Names(listings.Where(pair => pair.Listing.SubDevices is not null).Select(pair => pair.Document)),
        Devlink = new(Params(listings), listings.Select(pair => pair.Listing.Devlink.Eswitch).FirstOrDefault(mode => mode is not null)?.Value),
        SubDevices = listings
            .SelectMany(pair => pair.Listing.SubDevices ?? [])
            .Select(subDevice => subDevice.Device!)
            .OrderBy(device => device.Id)
            .ToEquatableArray(),
    };

    // Params are set in their order, which must not depend on that of the files. What is stated again is equal, or was refused.
    private static EquatableArray<DesiredDevlinkParam> Params(IEnumerable<(string Document, BoundParent Listing)> listings) => listings
        .OrderBy(pair => pair.Document, StringComparer.Ordinal)
        .ThenBy(pair => pair.Listing.Span)
        .SelectMany(pair => pair.Listing.Devlink.Params)
        .DistinctBy(param => (param.Name, param.Cmode))
        .ToEquatableArray();

    private static EquatableArray<string> Names(IEnumerable<string> names) =>
        names.Distinct().Order(StringComparer.Ordinal).ToEquatableArray();
}
