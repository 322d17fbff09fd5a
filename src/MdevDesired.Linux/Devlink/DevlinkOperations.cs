using MdevDesired.Applying;
using MdevDesired.Linux.Auxiliary;
using MdevDesired.Linux.Interop;
using MdevDesired.Linux.Sysfs;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Planning;
using MdevDesired.Planning.Devlink;
using MdevDesired.Planning.Subfunctions;

namespace MdevDesired.Linux.Devlink;

/// <summary>Performs actions on devlink instances, subfunctions and their network interfaces. Safe to use from several threads.</summary>
internal sealed class DevlinkOperations(
    DevlinkHost host, DevlinkChannels channels, AuxiliaryDevices devices, SubfunctionPorts ports, Netdevs netdevs, Func<Folder?> sys)
{
    // tc rules keep a switch busy until somebody removes them: what passes by itself does so within seconds.
    private static readonly TimeSpan EswitchPatience = TimeSpan.FromSeconds(10);

    private readonly SubfunctionActivation _activation = new(channels, devices);

    /// <exception cref="KernelException">The kernel refused.</exception>
    public void Perform(PlanAction action)
    {
        switch (action)
        {
            case SetParam { Typed: { } value, Cmode: { } cmode } set:
                Operate(devlink => devlink.SetParam(host.HandleOf(set.Id), set.Name, cmode, value));
                break;
            case ReloadDevlink:
                Reload(host.HandleOf(action.Id));
                break;
            case SetEswitch set:
                SetEswitch(set);
                break;
            case SetPortType { Index: { } index } retype:
                Operate(devlink => devlink.SetPortType(host.HandleOf(retype.Id), index, retype.Type));
                break;
            case RenameNetdev { Current: { } current } rename:
                netdevs.Rename(current, rename.Ifindex, rename.Netdev);
                break;
            case { Id: SubfunctionId id }:
                Perform(action, id);
                break;
            default:
                throw new NotSupportedException($"{action.Kind} is no action of devlink");
        }
    }

    private void Perform(PlanAction action, SubfunctionId id)
    {
        switch (action)
        {
            case Adopt:
                break;
            case AddSubfunction:
                Add(id);
                break;
            case RemoveSubfunction:
                Remove(id);
                break;
            case SetPortFunction set:
                Operate(devlink => devlink.SetPortFunction(id.Parent, Port(id).Index, set.Function));
                break;
            case Activate:
                _activation.Activate(id, Port(id));
                break;
            case Deactivate:
                _activation.Deactivate(id, Port(id));
                break;
            case Bind bind:
                Write(AuxiliaryOperations.Bind(bind.Driver, Device(id)));
                break;
            case Unbind { Driver: { } driver }:
                Write(AuxiliaryOperations.Unbind(driver, Device(id)));
                break;
            default:
                throw new NotSupportedException($"{action.Kind} is no action on a subfunction");
        }
    }

    // Some drivers refuse the mode that they have already.
    private void SetEswitch(SetEswitch set)
    {
        var handle = host.HandleOf(set.Id);
        if (channels.Use(channel => new DevlinkObserver(channel).Eswitch(handle)).Mode != set.Mode)
        {
            new Backoff(EswitchPatience).Retry(
                () => Operate(devlink => devlink.SetEswitch(handle, new(set.Mode))), ErrnoMeaning.IsTransient);
        }
    }

    private void Reload(DevlinkHandle handle)
    {
        var performed = channels.Use(channel => new DevlinkOperator(channel).Reload(handle));
        if (!performed.HasFlag(DevlinkReloadActions.DriverReinit))
        {
            throw new KernelException("devlink dev reload", handle.ToString(), Errno.EOPNOTSUPP, $"the driver was not made anew, but {performed}");
        }
    }

    private void Add(SubfunctionId id) => ports.Remember(id, channels.Use(channel => new DevlinkOperator(channel).AddPort(
        new(id.Parent, id.PfNumber, id.SfNumber, id.IsLocal ? null : id.Controller))).Index);

    // One that is active is deactivated first: so its number is free when its port is gone. It goes also where its driver hangs.
    private void Remove(SubfunctionId id)
    {
        var port = Port(id);
        try
        {
            if (port.Function?.State == DevlinkFunctionState.Active)
            {
                _activation.Deactivate(id, port);
            }
        }
        catch (KernelException refusal) when (refusal.Errno == Errno.ETIMEDOUT)
        {
        }

        Operate(devlink => devlink.DeletePort(port.Device, port.Index));
    }

    private void Operate(Action<DevlinkOperator> operate) => channels.Use(channel =>
    {
        operate(new DevlinkOperator(channel));
        return true;
    });

    private DevlinkPort Port(SubfunctionId id) =>
        ports.Find(id) ?? throw new KernelException("devlink port show", id.ToString(), Errno.ENODEV, "there is no such subfunction");

    private string Device(SubfunctionId id) => devices.Find(id)?.Name
        ?? throw new KernelException("look for the auxiliary device", $"of {id}", Errno.ENODEV, "it has none");

    private void Write(SysfsWrite write) => write.Perform(sys() ?? throw new KernelException("open", "/sys", Errno.ENOENT));
}
