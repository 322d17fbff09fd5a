using MdevDesired.Applying;
using MdevDesired.Linux.Auxiliary;
using MdevDesired.Linux.Interop;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Mdevs;
using MdevDesired.Model.Subfunctions;

namespace MdevDesired.Linux.Devlink;

/// <summary>The host's devlink instances and subfunctions as the kernel shows them. Safe to use from several threads.</summary>
/// <param name="channels">Owned.</param>
/// <param name="devices">The auxiliary devices of subfunctions.</param>
/// <param name="ports">The ports of subfunctions.</param>
internal sealed class DevlinkHost(DevlinkChannels channels, AuxiliaryDevices devices, SubfunctionPorts ports) : IObserveDevlink, IDisposable
{
    private static readonly ObservationScope InstancesOnly =
        new([], new Dictionary<DeviceId, IReadOnlyCollection<AttributeName>>()) { Devlink = new(Subfunctions: true, Params: false, Netdevs: false, []) };

    /// <summary>Adds what is wanted of devlink to a picture of the host.</summary>
    /// <exception cref="KernelException">The kernel refused.</exception>
    public ObservedState AddTo(ObservedState host, Folder? sys, ObservationScope scope)
    {
        if (!scope.Devlink.Subfunctions)
        {
            return host;
        }

        return channels.IsSupported()
            ? channels.Use(channel =>
            {
                var observer = new DevlinkObserver(channel);
                return new DevlinkObservation(observer, DevlinkPicture.Take(observer, sys, scope.Devlink), scope).AddTo(host);
            })
            : host with { HasDevlink = false };
    }

    /// <summary>Adds the instances and their ports to a picture that has none, as one does that was taken without devlink.</summary>
    /// <exception cref="KernelException">The kernel refused.</exception>
    public ObservedState AddIfLeftOut(ObservedState host, Folder? sys) =>
        host.SubDevices.Any(device => device is ObservedSubfunction || device.Devlink is not null) || host.Parents.Any(parent => parent.Devlink is not null)
            ? host
            : AddTo(host, sys, InstancesOnly);

    /// <summary>Sees one subfunction, without what its instance has; null when it is absent.</summary>
    /// <exception cref="KernelException">Something that must be readable is not.</exception>
    public ObservedSubfunction? Observe(SubfunctionId id) =>
        ports.Find(id) is { } port ? DevlinkObservation.Of(id, port, devices.Find(id)) : null;

    /// <inheritdoc/>
    public DevlinkParam? ObserveParam(DeviceId id, string name)
    {
        var handle = HandleOf(id);
        try
        {
            return channels.Use(channel => new DevlinkObserver(channel).Param(handle, name));
        }
        catch (KernelException refusal) when (refusal.Errno == Errno.EINVAL)
        {
            // What the kernel answers for a name that the instance does not have (net/devlink/, devlink_nl_cmd_param_get_doit).
            return null;
        }
    }

    /// <inheritdoc/>
    public EquatableArray<DevlinkParam> ObserveParams(DeviceId id)
    {
        var handle = HandleOf(id);
        return channels.Use(channel => new DevlinkObserver(channel).Params(handle));
    }

    /// <inheritdoc/>
    public EquatableArray<DevlinkPort> ObservePorts(DeviceId id)
    {
        var handle = HandleOf(id);
        return channels.Use(channel => new DevlinkObserver(channel).Ports(handle));
    }

    /// <summary>The handle of a device's own instance.</summary>
    /// <exception cref="KernelException">ENODEV: it has none.</exception>
    public DevlinkHandle HandleOf(DeviceId id) => (id switch
    {
        ParentId { Address: { Bus: { } bus, Name: var name } } => new DevlinkHandle(bus, name),
        MdevId mdev => new DevlinkHandle(DevlinkObservation.MdevBus, mdev.Uuid.ToString()),
        SubfunctionId subfunction when Observe(subfunction) is { } found => DevlinkObservation.HandleOf(found),
        _ => null,
    }) ?? throw new KernelException("devlink dev show", id.ToString()!, Errno.ENODEV, "it has no devlink instance");

    public void Dispose() => channels.Dispose();
}
