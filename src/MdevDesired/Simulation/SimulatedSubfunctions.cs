using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Simulated;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Planning;
using MdevDesired.Planning.Subfunctions;

namespace MdevDesired.Simulation;

/// <summary>The subfunctions of the simulated host, and mlx5's rules for them. For one thread at a time.</summary>
internal sealed class SimulatedSubfunctions
{
    private readonly SimulatedNetdevs _netdevs;
    private readonly SimulationRules _rules;
    private readonly SortedDictionary<SubfunctionId, SimulatedSubfunction> _all;
    private readonly SimulatedAuxiliaryBus _bus;
    private uint _nextPort;

    public SimulatedSubfunctions(ObservedState observed, SimulationRules rules, SimulatedNetdevs netdevs)
    {
        var present = observed.SubDevices.OfType<ObservedSubfunction>().ToList();
        _netdevs = netdevs;
        _rules = rules;
        _all = new(present.ToDictionary(
            device => device.Subfunction, device => SimulatedSubfunction.From(device, rules.Of(device.Parent).Subfunctions, netdevs)));
        _bus = new(observed.AuxiliaryDrivers, present.Select(device => device.AuxiliaryDevice).OfType<string>(), netdevs);
        _nextPort = present.Select(device => device.Port.Index + 1).Append(SubfunctionPort.First).Max();
    }

    public IEnumerable<SimulatedSubfunction> All => _all.Values;

    public SimulatedSubfunction? Find(SubfunctionId id) => _all.GetValueOrDefault(id);

    public bool AnyOf(DevlinkHandle parent) => _all.Keys.Any(id => id.Parent == parent);

    /// <exception cref="KernelException">ENODEV: there is no such subfunction.</exception>
    public SimulatedSubfunction Get(DeviceId id) => Find((SubfunctionId)id)
        ?? throw new KernelException("devlink port show", id.ToString()!, Errno.ENODEV, "there is no such subfunction");

    /// <exception cref="KernelException">EOPNOTSUPP: not here; EEXIST: there is one; ENOSPC: no room.</exception>
    public void Add(SubfunctionId id, SimulatedInstance parent)
    {
        var rules = _rules.Of(id.Parent.Address).Subfunctions;
        if (SubfunctionRefusal.Of(id, parent.Now, rules, _all.Keys) is var (errno, words))
        {
            var controller = id.IsLocal ? "" : $" controller {id.Controller}";
            throw new KernelException("devlink port add", $"{id.Parent} flavour pcisf pfnum {id.PfNumber} sfnum {id.SfNumber}{controller}", errno, words);
        }

        _all[id] = new(id, _netdevs.Open(SubfunctionPort.New(id, _nextPort++)), rules) { IsNew = true };
    }

    /// <exception cref="KernelException">ENODEV: there is no such subfunction; EOPNOTSUPP: the eswitch is in legacy mode.</exception>
    public void Remove(DeviceId id, SimulatedInstance parent)
    {
        var subfunction = Get(id);
        if (parent.Now.Eswitch != DevlinkEswitchMode.Switchdev)
        {
            throw new KernelException("devlink port del", $"{subfunction.Port.Device}/{subfunction.Port.Index}", Errno.EOPNOTSUPP, SubfunctionRefusal.Legacy);
        }

        Remove(subfunction);
    }

    /// <summary>Removes those of a parent whose eswitch becomes legacy.</summary>
    public void RemoveAll(DevlinkHandle parent) => _all.Values.Where(each => each.Id.Parent == parent).ToList().ForEach(Remove);

    /// <summary>Performs what concerns one subfunction alone.</summary>
    /// <exception cref="KernelException">The kernel refused.</exception>
    public void Perform(PlanAction action)
    {
        switch (action)
        {
            case SetPortFunction set:
                Get(set.Id).SetFunction(set.Function);
                break;
            case Activate activate:
                SwitchOn(Get(activate.Id));
                break;
            case Deactivate deactivate:
                SwitchOff(Get(deactivate.Id));
                break;
            case Bind bind:
                _bus.Bind(Get(bind.Id), bind.Driver);
                break;
            case Unbind unbind:
                SimulatedAuxiliaryBus.Unbind(Get(unbind.Id), unbind);
                break;
            default:
                break;
        }
    }

    private void SwitchOn(SimulatedSubfunction subfunction)
    {
        subfunction.Set(function => function with { State = DevlinkFunctionState.Active });
        if (subfunction.Id.IsLocal && subfunction.AuxiliaryDevice is null)
        {
            _bus.Add(subfunction);
        }

        if (subfunction.Id.IsLocal && subfunction.Driver is null)
        {
            throw new KernelException(
                "wait for opstate", $"attached of {subfunction.Port.Device}/{subfunction.Port.Index}", Errno.ETIMEDOUT, "no driver took the function up");
        }
    }

    private void SwitchOff(SimulatedSubfunction subfunction)
    {
        _bus.Remove(subfunction);
        subfunction.Set(function => function with { State = DevlinkFunctionState.Inactive });
    }

    private void Remove(SimulatedSubfunction subfunction)
    {
        SwitchOff(subfunction);
        _netdevs.Close(subfunction.Port);
        _all.Remove(subfunction.Id);
    }
}
