using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Tests.Doubles;

/// <summary>A host some of whose parents have not come yet, or do not offer their types yet.</summary>
internal sealed class Hiding(IObserveHost host) : IObserveHost
{
    public HashSet<ParentAddress> Parents { get; } = [];

    public HashSet<ParentAddress> Types { get; } = [];

    public bool Runs(ProcessIdentity process) => host.Runs(process);

    public ObservedState Observe(ObservationScope scope)
    {
        var observed = host.Observe(scope);
        return observed with
        {
            Parents = observed.Parents
                .Where(parent => !Parents.Contains(parent.Address))
                .Select(parent => Types.Contains(parent.Address) ? parent with { MdevTypes = [] } : parent)
                .ToEquatableArray(),
            SubDevices = observed.SubDevices.Where(device => !Parents.Contains(device.Parent)).ToEquatableArray(),
        };
    }

    public ObservedSubDevice? Observe(DeviceId id) => host.Observe(id);

    public HolderSearch FindHolders(ObservedState observed, IReadOnlyCollection<DeviceId> ids) => host.FindHolders(observed, ids);

    public DevlinkParam? ObserveParam(DeviceId id, string name) => host.ObserveParam(id, name);

    public EquatableArray<DevlinkParam> ObserveParams(DeviceId id) => host.ObserveParams(id);

    public EquatableArray<DevlinkPort> ObservePorts(DeviceId id) => host.ObservePorts(id);
}
