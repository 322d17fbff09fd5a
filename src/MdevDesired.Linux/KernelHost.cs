using MdevDesired.Applying;
using MdevDesired.Linux.Auxiliary;
using MdevDesired.Linux.Devlink;
using MdevDesired.Linux.Holders;
using MdevDesired.Linux.Processes;
using MdevDesired.Linux.Sysfs;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Mdevs;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Planning;

namespace MdevDesired.Linux;

/// <summary>
/// A host with a kernel: its mediated devices by sysfs, everything of devlink by netlink. Under another root than <c>/</c> there is no
/// devlink: netlink speaks of the running kernel only. Safe to use from several threads.
/// </summary>
internal sealed class KernelHost : IObserveHost, IOperateHost, IDisposable
{
    private readonly SysfsHost _sysfs;
    private readonly HostHolders _holders;
    private readonly DevlinkHost? _devlink;
    private readonly DevlinkOperations? _operations;
    private readonly Netdevs? _netdevs;

    public KernelHost(HostRoot root)
    {
        _sysfs = new SysfsHost(root);
        _holders = new HostHolders(root, root.IsRunningHost ? new KernelInterfaces() : null);
        if (root.IsRunningHost)
        {
            var channels = new DevlinkChannels();
            var devices = new AuxiliaryDevices(() => _sysfs.Sys);
            var ports = new SubfunctionPorts(channels);
            _netdevs = new Netdevs(root.Run);
            _devlink = new DevlinkHost(channels, devices, ports);
            _operations = new DevlinkOperations(_devlink, channels, devices, ports, _netdevs, () => _sysfs.Sys);
        }
    }

    /// <inheritdoc/>
    public ObservedState Observe(ObservationScope scope)
    {
        var host = _sysfs.Observe(scope);
        return _devlink?.AddTo(host, _sysfs.Sys, scope) ?? (scope.Devlink.Subfunctions ? host with { HasDevlink = false } : host);
    }

    /// <inheritdoc/>
    public HolderSearch FindHolders(ObservedState observed, IReadOnlyCollection<DeviceId> ids) =>
        _sysfs.Sys is { } sys ? _holders.Find(sys, _devlink?.AddIfLeftOut(observed, sys) ?? observed, ids) : HolderSearch.Nobody;

    /// <inheritdoc/>
    public bool Runs(ProcessIdentity process) => ProcessTimes.Runs(process);

    /// <inheritdoc/>
    public ObservedSubDevice? Observe(DeviceId id) => id switch
    {
        MdevId mdev => _sysfs.Observe(mdev),
        SubfunctionId subfunction => _devlink?.Observe(subfunction),
        _ => null,
    };

    /// <inheritdoc/>
    public DevlinkParam? ObserveParam(DeviceId id, string name) => Devlink(id).ObserveParam(id, name);

    /// <inheritdoc/>
    public EquatableArray<DevlinkParam> ObserveParams(DeviceId id) => Devlink(id).ObserveParams(id);

    /// <inheritdoc/>
    public EquatableArray<DevlinkPort> ObservePorts(DeviceId id) => Devlink(id).ObservePorts(id);

    /// <inheritdoc/>
    public void Perform(PlanAction action)
    {
        if (SysfsOperations.Includes(action))
        {
            _sysfs.Perform(action);
        }
        else
        {
            (_operations ?? throw NoDevlink(action.Id)).Perform(action);
        }
    }

    public void Dispose()
    {
        _netdevs?.Dispose();
        _devlink?.Dispose();
        _sysfs.Dispose();
    }

    private DevlinkHost Devlink(DeviceId id) => _devlink ?? throw NoDevlink(id);

    private static KernelException NoDevlink(DeviceId id) =>
        new("devlink dev show", id.ToString()!, Errno.ENODEV, "under another root there is no devlink");
}
