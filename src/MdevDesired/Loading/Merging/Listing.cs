using MdevDesired.Loading.Binding;
using MdevDesired.Loading.Selecting;
using MdevDesired.Model;

namespace MdevDesired.Loading.Merging;

/// <summary>Something that a document says of a parent, with the hosts that it says it for.</summary>
/// <param name="Hosts">The hosts that the document is for.</param>
/// <param name="Parent">The parent, or default for what concerns the whole host.</param>
/// <param name="Said">What it says, and where.</param>
internal readonly record struct Listing<T>(HostSelector Hosts, ParentAddress Parent, Stated<T> Said)
{
    /// <summary>Whether both may speak of one device of one host.</summary>
    public bool MayMeet(Listing<T> other) => Parent.Matches(other.Parent) && Hosts.Overlaps(other.Hosts);
}
