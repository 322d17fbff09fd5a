using MdevDesired.Loading.Binding;
using MdevDesired.Loading.Selecting;
using MdevDesired.Model;

namespace MdevDesired.Loading.Merging;

/// <summary>Something that a document says of a parent, with the hosts that it says it for.</summary>
internal readonly record struct Listing<T>(HostSelector Hosts, ParentAddress Parent, Stated<T> Said)
{
    /// <summary>Whether both may speak of one device of one host.</summary>
    public bool MayMeet(Listing<T> other) => Parent.Matches(other.Parent) && Hosts.Overlaps(other.Hosts);
}
