using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Mdevs;
using MdevDesired.Model.Simulated;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Planning;
using MdevDesired.Planning.Devlink;
using MdevDesired.Planning.Subfunctions;

namespace MdevDesired.Simulation;

/// <summary>The devlink instances of the simulated host, and the kernel's rules for them. For one thread at a time.</summary>
internal sealed class SimulatedDevlink
{
    private readonly SimulationRules _rules;
    private readonly SimulatedNetdevs _netdevs;
    private readonly Dictionary<ParentAddress, SimulatedInstance> _parents;
    private readonly Dictionary<MdevUuid, SimulatedInstance> _mdevs;

    public SimulatedDevlink(ObservedState observed, SimulationRules rules)
    {
        var instances = observed.Parents.Select(parent => parent.Devlink).Concat(observed.SubDevices.Select(device => device.Devlink));
        var representors = observed.SubDevices.OfType<ObservedSubfunction>().Select(device => device.Port);
        _rules = rules;
        _netdevs = new([.. instances.OfType<ObservedDevlink>().SelectMany(instance => instance.Ports), .. representors]);
        _parents = observed.Parents.Where(parent => parent.Devlink is not null)
            .ToDictionary(parent => parent.Address, parent => new SimulatedInstance(parent.Devlink!, _netdevs));
        _mdevs = observed.SubDevices.OfType<ObservedMdev>().Where(mdev => mdev.Devlink is not null)
            .ToDictionary(mdev => mdev.Uuid, mdev => new SimulatedInstance(mdev.Devlink!, _netdevs));
        Subfunctions = new(observed, rules, _netdevs);
    }

    public SimulatedSubfunctions Subfunctions { get; }

    /// <summary>The instance of a device, or null when it has none.</summary>
    public SimulatedInstance? Find(DeviceId id) => id switch
    {
        ParentId parent => _parents.GetValueOrDefault(parent.Address),
        MdevId mdev => _mdevs.GetValueOrDefault(mdev.Uuid),
        SubfunctionId subfunction => Subfunctions.Find(subfunction)?.Instance,
        _ => null,
    };

    /// <exception cref="KernelException">ENODEV: the device has no instance.</exception>
    public SimulatedInstance Get(DeviceId id) => Find(id)
        ?? throw new KernelException("devlink dev show", id.ToString()!, Errno.ENODEV, "it has no devlink instance");

    /// <summary>A mediated device was made, bound, unbound or removed: its instance comes and goes with the driver that makes it.</summary>
    /// <param name="id">The device.</param>
    /// <param name="mdev">As it is now, or null when it is gone.</param>
    public void Follow(MdevId id, SimulatedMdev? mdev)
    {
        var rules = mdev?.Parent.Rules.MdevInstance;
        var isDriven = rules is not null && mdev!.Driver == rules.Driver;
        if (!isDriven && _mdevs.Remove(id.Uuid, out var instance))
        {
            instance.Remove();
        }
        else if (isDriven && !_mdevs.ContainsKey(id.Uuid))
        {
            _mdevs[id.Uuid] = SimulatedInstance.New(new("mdev", id.Uuid.ToString()), rules!, _netdevs);
        }
    }

    /// <summary>The ports of a device's instance, those of its subfunctions too, ordered by index.</summary>
    /// <exception cref="KernelException">ENODEV: it has no instance.</exception>
    public EquatableArray<DevlinkPort> PortsOf(DeviceId id)
    {
        var instance = Get(id).Now;
        return instance.Ports
            .Concat(Subfunctions.All.Select(subfunction => subfunction.Port).Where(port => port.Device == instance.Handle))
            .OrderBy(port => port.Index)
            .ToEquatableArray();
    }

    /// <summary>Performs an action on an instance, a subfunction or a network interface.</summary>
    /// <exception cref="KernelException">The kernel refused.</exception>
    public void Perform(PlanAction action)
    {
        switch (action)
        {
            case SetParam set:
                Get(set.Id).Set(set, set.Id is ParentId parent && _rules.Of(parent.Address).LateParams.Contains(set.Name));
                break;
            case ReloadDevlink:
                Reload(action.Id);
                break;
            case SetEswitch set:
                SetEswitch(set);
                break;
            case SetPortType retype:
                Get(retype.Id).SetType(retype);
                break;
            case RenameNetdev { Port: null } rename:
                RenameRepresentor(rename);
                break;
            case RenameNetdev rename:
                Get(rename.Id).Rename(rename);
                break;
            case AddSubfunction add:
                Subfunctions.Add(add.Subfunction, Get(new ParentId(add.Subfunction.Parent.Address)));
                break;
            case RemoveSubfunction remove:
                Subfunctions.Remove(remove.Id, Get(new ParentId(remove.Subfunction.Parent.Address)));
                break;
            default:
                Subfunctions.Perform(action);
                break;
        }
    }

    private void Reload(DeviceId id)
    {
        var instance = Get(id);
        if (id is ParentId && Subfunctions.AnyOf(instance.Now.Handle))
        {
            throw new KernelException(
                "devlink dev reload", $"{instance.Now.Handle} action driver_reinit", Errno.EOPNOTSUPP, "No reload while there are subfunctions");
        }

        instance.Reload();
    }

    private void SetEswitch(SetEswitch set)
    {
        var instance = Get(set.Id);
        if (instance.Now.Eswitch is null)
        {
            throw new KernelException("devlink dev eswitch set", $"{instance.Now.Handle} mode {DevlinkWord.Of(set.Mode)}", Errno.EOPNOTSUPP);
        }

        if (set.Mode == DevlinkEswitchMode.Legacy)
        {
            Subfunctions.RemoveAll(instance.Now.Handle);
        }

        instance.SetEswitch(set.Mode);
    }

    private void RenameRepresentor(RenameNetdev rename)
    {
        var subfunction = Subfunctions.Get(rename.Id);
        subfunction.Port = subfunction.Port.Netdev is { } netdev && netdev == rename.Current
            ? _netdevs.Rename(subfunction.Port, rename)
            : throw SimulatedNetdevs.Refusal(rename, Errno.ENODEV);
    }
}
