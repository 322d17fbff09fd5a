namespace MdevDesired.Model;

/// <summary>What the input wants of this host: its documents merged, in an order that does not depend on that of the files.</summary>
/// <param name="Documents">The names of the documents that apply to this host, ordered; empty means "nothing to do, nothing to prune".</param>
/// <param name="Parents">Ordered by address.</param>
internal sealed record DesiredState(EquatableArray<string> Documents, EquatableArray<DesiredParent> Parents)
{
    public static DesiredState Empty { get; } = new([], []);

    public IEnumerable<DesiredSubDevice> SubDevices => Parents.SelectMany(parent => parent.SubDevices);

    /// <summary>What the input says of a parent, or null when no document lists it.</summary>
    public DesiredParent? Find(ParentAddress address) => Parents.FirstOrDefault(parent => parent.Address.Matches(address));
}
