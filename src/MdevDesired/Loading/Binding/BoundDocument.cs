using MdevDesired.Loading.Selecting;
using MdevDesired.Model;

namespace MdevDesired.Loading.Binding;

/// <summary>A document with its meaning, not yet merged with others.</summary>
/// <param name="Name">Null when it could not be read, which is reported.</param>
/// <param name="Hosts">The hosts that it is for.</param>
/// <param name="Parents">In the order of the text.</param>
internal sealed record BoundDocument(Stated<string>? Name, HostSelector Hosts, EquatableArray<BoundParent> Parents);
