namespace MdevDesired.Model;

/// <summary>What a search for holders found.</summary>
/// <param name="Holders">Ordered by device.</param>
/// <param name="SawEveryProcess">False where a process that might have a device open could not be looked at.</param>
internal sealed record HolderSearch(EquatableArray<DeviceHolder> Holders, bool SawEveryProcess)
{
    public static HolderSearch Nobody { get; } = new([], SawEveryProcess: true);

    /// <summary>The holders each once, in an order that does not depend on that of the search.</summary>
    public static EquatableArray<DeviceHolder> Ordered(IReadOnlyCollection<DeviceHolder> holders)
    {
        // What is part of another interface is up as a rule: that much need not be said.
        var told = holders.OfType<NetdevHolder>().Where(holder => holder != holder.MerelyUp).Select(holder => holder.MerelyUp).ToHashSet();
        return Sorted(holders.Where(holder => holder is not NetdevHolder netdev || !told.Contains(netdev)));
    }

    private static EquatableArray<DeviceHolder> Sorted(IEnumerable<DeviceHolder> holders) => holders
        .Distinct()
        .OrderBy(holder => holder.Id)
        .ThenBy(holder => (holder as ProcessHolder)?.Pid ?? int.MaxValue)
        .ThenBy(holder => holder.Words, StringComparer.Ordinal)
        .ToEquatableArray();
}
