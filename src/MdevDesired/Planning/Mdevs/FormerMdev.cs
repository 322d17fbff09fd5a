using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using MdevDesired.Planning.Attributes;
using MdevDesired.Planning.Formers;

namespace MdevDesired.Planning.Mdevs;

/// <summary>What a document would list to have a mediated device as it was before a run.</summary>
internal sealed class FormerMdev(Former former)
{
    private readonly ObservedMdev _mdev = (ObservedMdev)former.Device;

    private EquatableArray<AttributeValue> Written => former.Entry?.Written ?? [];

    // Of a device that was made anew everything is brought back that is known of it. A set that is not listed would be emptied.
    private IEnumerable<AttributeName> Names => former.Touched.Attributes
        .Concat(Written.Select(value => value.Name).Where(name => former.Touched.IsAnew || AssignedSet.Of(name) is not null))
        .Select(name => AssignedSet.OfUnassign(name)?.Assign ?? name)
        .Distinct();

    public DesiredMdev ToDesired() => new()
    {
        Document = former.Document,
        Name = former.Name,
        Span = Former.Span,
        Uuid = _mdev.Uuid,
        Type = _mdev.Type ?? default,
        Driver = former.Driver,
        Params = Names.SelectMany(Values).ToEquatableArray(),
        DevlinkParams = FormerInstance.Params(former),
        Ports = FormerInstance.Ports(former),
    };

    private IEnumerable<AttributeValue> Values(AttributeName name) =>
        AssignedSet.Of(name) is { } pair && Read(pair.ReadBack) is { } members
            ? pair.Members(members).Order(StringComparer.Ordinal).Select(member => new AttributeValue(pair.Assign, member))
            : Read(name) is { } value ? [new(name, value.TrimEnd('\n'))]
            : Written.Where(each => each.Name == name);

    private string? Read(AttributeName name) => _mdev.Attributes.FirstOrDefault(attribute => attribute.Name == name)?.Value;
}
