using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Tests.Doubles;

/// <summary>A host on which every process of an earlier run still waits in the kernel.</summary>
internal sealed class Waiting(IObserveHost host) : IObserveHost
{
    public bool Runs(ProcessIdentity process) => true;

    public ObservedState Observe(ObservationScope scope) => host.Observe(scope);

    public ObservedSubDevice? Observe(DeviceId id) => host.Observe(id);

    public HolderSearch FindHolders(ObservedState observed, IReadOnlyCollection<DeviceId> ids) => host.FindHolders(observed, ids);

    public DevlinkParam? ObserveParam(DeviceId id, string name) => host.ObserveParam(id, name);

    public EquatableArray<DevlinkParam> ObserveParams(DeviceId id) => host.ObserveParams(id);

    public EquatableArray<DevlinkPort> ObservePorts(DeviceId id) => host.ObservePorts(id);
}
