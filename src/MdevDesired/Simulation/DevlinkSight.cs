using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Subfunctions;

namespace MdevDesired.Simulation;

/// <summary>Leaves of devlink what an observation asked for.</summary>
internal sealed class DevlinkSight(ObservationScope scope)
{
    /// <summary>Whether it sees anything of devlink.</summary>
    public bool IsOpen { get; } = scope.WholeHost || scope.Devlink.Subfunctions;

    /// <summary>An instance; of a parent with its embedded switch where that is wanted.</summary>
    public ObservedDevlink? Of(ObservedDevlink? instance)
    {
        if (!IsOpen || instance is null)
        {
            return null;
        }

        var seesEswitch = scope.WholeHost || scope.Devlink.Eswitches.Any(parent => parent.Matches(instance.Handle.Address));
        return instance with
        {
            Eswitch = seesEswitch ? instance.Eswitch : null,
            EswitchProblem = seesEswitch ? instance.EswitchProblem : null,
            Params = scope.Devlink.Params ? instance.Params : [],
            Ports = instance.Ports.Select(Of).ToEquatableArray(),
        };
    }

    public ObservedSubfunction Of(ObservedSubfunction subfunction) =>
        subfunction with { Port = Of(subfunction.Port), Devlink = Of(subfunction.Devlink) };

    private DevlinkPort Of(DevlinkPort port) => scope.Devlink.Netdevs ? port : port with { NetdevIsUp = null };
}
