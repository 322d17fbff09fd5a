using MdevDesired.Model.Devlink;

namespace MdevDesired.Linux.Devlink;

/// <summary>A devlink instance.</summary>
/// <param name="Handle">Its name.</param>
/// <param name="ReloadFailed">The last reload left it without its entities: only another reload helps.</param>
internal sealed record DevlinkDevice(DevlinkHandle Handle, bool ReloadFailed);
