using MdevDesired.Model;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Loading.Binding.Devlink;

/// <summary>What one listing of a parent says of the parent's own devlink instance.</summary>
/// <param name="Params">In the order of the text.</param>
/// <param name="Eswitch">Null when the listing does not say.</param>
internal sealed record BoundDevlink(EquatableArray<DesiredDevlinkParam> Params, Stated<DevlinkEswitchMode>? Eswitch);
