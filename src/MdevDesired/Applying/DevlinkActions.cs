using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Planning;
using MdevDesired.Planning.Devlink;

namespace MdevDesired.Applying;

/// <summary>Performs the actions on the devlink instance of one device: only here is it known what the instance has.</summary>
internal sealed class DevlinkActions(DeviceId id, IObserveHost observe, IOperateHost operate, DevlinkEntry entry)
{
    private readonly Stack<SetParam> _notTakenUp = [];
    private readonly List<SetParam> _inverse = [];
    private ReloadDevlink? _reload;

    /// <summary>What puts back the params that were set and not taken up by a reload, the latest first.</summary>
    public IEnumerable<PlanAction> Undo() => _notTakenUp;

    /// <summary>What puts back all params that were set, the latest first, and lets them take effect where the run did so.</summary>
    public IEnumerable<PlanAction> Inverse() =>
    [
        .. Enumerable.Reverse(_inverse),
        .. _reload is not null && _inverse.Exists(set => set.Cmode == DevlinkParamCmode.Driverinit)
            ? [_reload with { IsFresh = false, Reason = "makes driverinit params take effect" }]
            : Array.Empty<PlanAction>(),
    ];

    /// <summary>The driver made the instance anew: nothing is left of what was set, but for what the device keeps.</summary>
    public void MadeAnew()
    {
        _inverse.RemoveAll(set => set.Cmode != DevlinkParamCmode.Permanent);
        _notTakenUp.Clear();
        _reload = null;
        entry.Reloaded();
    }

    /// <summary>Performs an action, unless what it asks for is so already.</summary>
    /// <exception cref="KernelException">The kernel refused, or the instance has nothing that the action could be about.</exception>
    public ActionStatus Perform(PlanAction action) => action switch
    {
        SetParam { IsUndo: true } undo => PutBack(undo),
        SetParam set => Set(set),
        ReloadDevlink reload => Reload(reload),
        SetPortType retype => Retype(retype),
        RenameNetdev rename => Rename(rename),
        SetEswitch { Mode: DevlinkEswitchMode.Legacy } legacy => BecomeLegacy(legacy),
        _ => Done(action),
    };

    private ActionStatus Set(SetParam set)
    {
        var param = observe.ObserveParam(id, set.Name) ?? throw Unknown(set.Name);
        var choice = ParamChoice.Of(param, set.Value, set.Cmode, out var problem)
            ?? throw new KernelException("devlink dev param set", $"{param.Device} name {param.Name}", Errno.EINVAL, problem);
        if (choice.IsSet)
        {
            return ActionStatus.AlreadyDone;
        }

        operate.Perform(set with { Cmode = choice.Cmode, Typed = choice.Wanted });
        Remember(set, choice);
        return ActionStatus.Done;
    }

    private ActionStatus PutBack(SetParam undo)
    {
        operate.Perform(undo);
        if (undo == _notTakenUp.LastOrDefault())
        {
            entry.PutBack();
        }

        return ActionStatus.Done;
    }

    private void Remember(SetParam set, ParamChoice choice)
    {
        if (!_inverse.Exists(each => each.Name == set.Name && each.Cmode == choice.Cmode))
        {
            _inverse.Add(set with { Cmode = choice.Cmode, Typed = entry.PermanentBefore(choice) ?? choice.Current.Value, IsUndo = true, Reason = "was so before" });
        }

        if (choice.Cmode == DevlinkParamCmode.Driverinit)
        {
            entry.Set();
            _notTakenUp.Push(set with { Cmode = choice.Cmode, Typed = choice.Current.Value, IsUndo = true, Reason = "was so before" });
        }
        else if (choice.Cmode == DevlinkParamCmode.Permanent)
        {
            entry.SetPermanent(set.Name, choice.Wanted);
        }
    }

    private ActionStatus Reload(ReloadDevlink reload)
    {
        if (reload.IsFresh && !entry.NeedsReload)
        {
            return ActionStatus.AlreadyDone;
        }

        operate.Perform(reload);
        _reload = reload;
        entry.Reloaded();
        _notTakenUp.Clear();
        return ActionStatus.Done;
    }

    private ActionStatus Retype(SetPortType retype)
    {
        var port = Port(retype.Port);
        return port.Type == retype.Type ? ActionStatus.AlreadyDone : Done(retype with { Index = port.Index });
    }

    private ActionStatus Rename(RenameNetdev rename)
    {
        var port = rename.Port is { } selector ? Port(selector) : Representor();
        return port.Netdev is null ? throw new KernelException("ip link set", $"name {rename.Netdev}", Errno.ENODEV, $"port {port.Device}/{port.Index} has no network interface")
            : port.Netdev == rename.Netdev ? ActionStatus.AlreadyDone
            : Done(rename with { Current = port.Netdev, Ifindex = port.Ifindex });
    }

    // A removal that failed, or somebody since the plan was made, may have left one: legacy mode would delete it in passing.
    private ActionStatus BecomeLegacy(SetEswitch legacy)
    {
        var left = observe.ObservePorts(id).Where(port => port.Flavour == DevlinkPortFlavour.PciSf).ToList();
        return left.Count == 0 ? Done(legacy) : throw new KernelException(
            "devlink dev eswitch set", $"{legacy.Parent} mode legacy", Errno.EBUSY,
            $"not attempted, because it deletes {string.Join(", ", left.Select(port => $"pf{port.PfNumber}sf{port.SfNumber}"))}");
    }

    private DevlinkPort Port(PortSelector selector)
    {
        var ports = observe.ObservePorts(id);
        return selector.Find(ports) ?? throw new KernelException(
            "devlink port show", $"{selector} of {id}", Errno.ENODEV, ports.Count == 0 ? "it shows none" : $"it shows {string.Join(", ", ports.Select(port => port.Index))}");
    }

    private DevlinkPort Representor() =>
        (observe.Observe(id) as ObservedSubfunction)?.Port ?? throw new KernelException("devlink port show", id.ToString()!, Errno.ENODEV);

    private ActionStatus Done(PlanAction action)
    {
        operate.Perform(action);
        return ActionStatus.Done;
    }

    private KernelException Unknown(string name) => new(
        "devlink dev param set", $"{id} name {name}", Errno.ENOENT, $"it has {string.Join(", ", observe.ObserveParams(id).Select(param => param.Name))}");
}
