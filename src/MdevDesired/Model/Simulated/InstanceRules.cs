using MdevDesired.Model.Devlink;

namespace MdevDesired.Model.Simulated;

/// <summary>The devlink instance that a driver makes of a simulated sub device.</summary>
/// <param name="Driver">The driver that makes it; another makes none.</param>
/// <param name="Params">What it has, ordered by name.</param>
/// <param name="Ports">The type of each of its ports, in the order of their indices, which begin at 0.</param>
internal sealed record InstanceRules(DriverName Driver, EquatableArray<ParamRule> Params, EquatableArray<DevlinkPortType> Ports);
