using MdevDesired.Model;

namespace MdevDesired.Planning.Attributes;

/// <summary>Finds the writes that bring the attributes of a device to the values that its document lists.</summary>
internal sealed class AttributeComparison(
    EquatableArray<AttributeValue> desired,
    EquatableArray<ObservedAttribute> observed,
    EquatableArray<AttributeValue>? written)
{
    /// <summary>The attributes that must be read before a device can be compared.</summary>
    /// <param name="desired">What the document lists.</param>
    /// <param name="written">What the ledger says was written.</param>
    public static IReadOnlyCollection<AttributeName> Scope(
        EquatableArray<AttributeValue> desired, EquatableArray<AttributeValue> written) =>
        desired.Concat(written.Where(value => AssignedSet.Of(value.Name) is not null))
            .Select(value => AssignedSet.Of(value.Name)?.ReadBack ?? value.Name)
            .Distinct()
            .ToList();

    /// <summary>The writes in the order in which they must be made; empty when the device is as it should be.</summary>
    public IEnumerable<AttributeDifference> Differences() =>
        Names().SelectMany(name => AssignedSet.Of(name) is { } pair ? Compare(pair) : Compare(name));

    private IEnumerable<AttributeName> Names() =>
        desired.Concat((written ?? []).Where(value => AssignedSet.Of(value.Name) is not null))
            .Select(value => value.Name)
            .Distinct();

    private IEnumerable<AttributeDifference> Compare(AttributeName name)
    {
        var wanted = desired.Where(value => value.Name == name).ToList();
        return Deviation(name, wanted) is { } reason ? wanted.Select(value => new AttributeDifference(value, reason)) : [];
    }

    private string? Deviation(AttributeName name, List<AttributeValue> wanted)
    {
        var want = CanonicalValue.Of(wanted[^1].Value);
        if (Read(name) is { } value)
        {
            return CanonicalValue.Of(value) == want ? null : $"{name} is {value.Trim()}";
        }

        return written is null ? $"{name} cannot be read back"
            : Written(name).SequenceEqual(wanted.Select(each => CanonicalValue.Of(each.Value))) ? null
            : $"{name} cannot be read back and was last written otherwise";
    }

    private IEnumerable<AttributeDifference> Compare(AssignedSet pair)
    {
        var wanted = desired.Where(value => value.Name == pair.Assign).Select(value => value.Value).ToList();
        var members = Members(pair);
        var wantedMembers = wanted.Select(CanonicalValue.Of).ToHashSet(StringComparer.Ordinal);
        var surplus = members.Where(member => !wantedMembers.Contains(member)).Order(StringComparer.Ordinal)
            .Select(member => new AttributeDifference(new(pair.Unassign, member), $"{member} is assigned and not listed"));
        var missing = wanted.Where(value => !members.Contains(CanonicalValue.Of(value)))
            .Select(value => new AttributeDifference(new(pair.Assign, value), $"{value} is listed and not assigned"));
        return surplus.Concat(missing);
    }

    private IReadOnlySet<string> Members(AssignedSet pair) =>
        Read(pair.ReadBack) is { } text ? pair.Members(text) : Written(pair.Assign).ToHashSet(StringComparer.Ordinal);

    private string? Read(AttributeName name) => observed.FirstOrDefault(attribute => attribute.Name == name)?.Value;

    private IEnumerable<string> Written(AttributeName name) =>
        (written ?? []).Where(value => value.Name == name).Select(value => CanonicalValue.Of(value.Value));
}
