namespace MdevDesired.Loading.Merging;

/// <summary>Finds listings that do not go together.</summary>
internal static class Clashes
{
    /// <summary>Each listing that clashes with an earlier one of the input, with the first such.</summary>
    public static IEnumerable<(Listing<T> First, Listing<T> Again)> Find<T>(
        IEnumerable<Listing<T>> listings,
        Func<Listing<T>, Listing<T>, bool> clash)
    {
        var earlier = new Dictionary<(object, object, object?), Listing<T>>();
        foreach (var listing in listings.OrderBy(listing => listing.Said.Span))
        {
            var first = earlier.Values.Where(other => other.MayMeet(listing) && clash(other, listing)).Take(1).ToArray();
            if (first is [var found])
            {
                yield return (found, listing);
            }

            // One of each sort is enough to compare with: thousands of equal listings stay cheap.
            earlier.TryAdd((listing.Hosts, listing.Parent, listing.Said.Value), listing);
        }
    }
}
