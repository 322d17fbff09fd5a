using MdevDesired.Model;

namespace MdevDesired.Planning.Attributes;

/// <summary>What was last written into the attributes of a device, kept up write by write.</summary>
internal sealed class WrittenValues(IEnumerable<AttributeValue> before)
{
    private readonly HashSet<AttributeName> _anew = [];
    private List<AttributeValue> _values = [.. before];

    /// <summary>In the order in which they were written; of a set its members, as what assigned them.</summary>
    public EquatableArray<AttributeValue> Values => _values.ToEquatableArray();

    /// <summary>The device is made anew: nothing is written yet.</summary>
    public void Clear() => _values = [];

    /// <summary>A value was written. One that is written after others of this run joins them, as several of one name may be listed.</summary>
    public void Add(AttributeValue value)
    {
        if (AssignedSet.OfUnassign(value.Name) is { } left)
        {
            Remove(left.Assign, value.Value);
            return;
        }

        if (AssignedSet.Of(value.Name) is not null)
        {
            Remove(value.Name, value.Value);
        }
        else if (_anew.Add(value.Name))
        {
            _values.RemoveAll(each => each.Name == value.Name);
        }

        _values.Add(value);
    }

    private void Remove(AttributeName name, string value) =>
        _values.RemoveAll(each => each.Name == name && CanonicalValue.Of(each.Value) == CanonicalValue.Of(value));
}
