using MdevDesired.Model;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Loading.Binding.Devlink;

/// <summary>The ports of a sub device's devlink instance.</summary>
/// <param name="Ports">In the order of the text.</param>
/// <param name="Netdevs">The names that they give, and where.</param>
internal sealed record BoundPorts(EquatableArray<DesiredPort> Ports, EquatableArray<Stated<string>> Netdevs);
