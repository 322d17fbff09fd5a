using MdevDesired.Model;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Planning;
using MdevDesired.Planning.Subfunctions;

namespace MdevDesired.Applying;

/// <summary>Performs the actions of one sub device.</summary>
internal sealed class DeviceActions(DeviceChange change, IObserveHost observe, IOperateHost operate, DeviceEntry entry, DevlinkActions devlink, DevlinkEntry memory)
{
    private CreateSubDevice? _made;
    private KernelException? _bindRefused;
    private bool _removed;
    private bool _deactivated;

    /// <summary>The driver that the kernel attached where another was wanted, or null.</summary>
    public DriverName? AttachedDriver { get; private set; }

    /// <summary>Performs an action.</summary>
    /// <exception cref="KernelException">The kernel refused.</exception>
    public ActionStatus Perform(PlanAction action)
    {
        // What this run made itself is not made again by others before its turn is over.
        var device = _made is null || action is Bind { } or Unbind { } or RemoveSubDevice ? observe.Observe(change.Id) : null;
        RequireInstance(device);
        var status = Dispatch(action, device);
        entry.Wrote(action);
        return status;
    }

    /// <summary>What removes the device that this run made, if it made one.</summary>
    public IEnumerable<PlanAction> Undo() => _made is null ? [] : [_made.Undo];

    /// <summary>What brings the params of its devlink instance back to what they were before the run.</summary>
    public IEnumerable<PlanAction> Params() => devlink.Inverse();

    /// <summary>What gives the device back what this run took from it and did not give it anew, in order.</summary>
    public IEnumerable<PlanAction> GivingBack() =>
    [
        .. devlink.Undo(),
        .. _made is null && AttachedDriver is { } driver
            ? [new Bind { Parent = change.Parent, Id = change.Id, Driver = driver, Reason = "was bound before" }]
            : Array.Empty<PlanAction>(),
        .. _deactivated && change.Desired is DesiredSubfunction wanted ? SubfunctionCreation.Activation(wanted, change.Parent, "was active before") : [],
    ];

    /// <summary>What makes the device again as it was before the run, where a driver cannot be bound after creation.</summary>
    /// <param name="recreation">The plan's own way to make it again.</param>
    public IEnumerable<PlanAction> Restoration(Fallback recreation) =>
    [
        .. recreation.Actions.Where(action => action is RemoveSubDevice or CreateSubDevice),
        .. entry.WrittenBefore.Select(value => new WriteAttribute
        {
            Parent = change.Parent,
            Id = change.Id,
            Attribute = value.Name,
            Value = value.Value,
            Reason = "was so before",
        }),
    ];

    /// <summary>Remembers that the kernel has not answered an action.</summary>
    public void Pend(PlanAction action, PendingException pending) => entry.Pend(action, pending.Waiter);

    /// <summary>Brings the ledger in line with what became of the device.</summary>
    public void Settle(bool succeeded)
    {
        if (!succeeded && _made is null)
        {
            memory.Restore();
            entry.Restore();
        }
        else if (!succeeded)
        {
            entry.Keep();
        }
        else if (succeeded && change.Kind != ChangeKind.Remove)
        {
            memory.Finish();
            Finish(change.Desired);
        }
    }

    private void Finish(DesiredSubDevice? desired)
    {
        if (desired is not null)
        {
            entry.Finish(desired);
        }
    }

    private ActionStatus Dispatch(PlanAction action, ObservedSubDevice? device) => action switch
    {
        Adopt => TakeOver(device),
        Unbind unbind => Unbind(unbind, device?.Driver),
        Bind bind => Bind(bind, device?.Driver),
        CreateSubDevice create => Create(create),
        RemoveSubDevice remove => Remove(remove, device?.Instance),
        Activate or Deactivate => Switch(action),
        WriteAttribute => PerformPlainly(action),
        _ => devlink.Perform(action),
    };

    // Between the plan and its turn the device may have been removed and made again by others.
    private void RequireInstance(ObservedSubDevice? device)
    {
        if (change.Instance is { } planned && _made is null && !_removed && device is not null && device.Instance != planned)
        {
            throw new KernelException("change the planned instance of", change.Id.ToString(), Errno.ESTALE);
        }
    }

    private ActionStatus TakeOver(ObservedSubDevice? device)
    {
        entry.Set(device ?? throw new KernelException("adopt", change.Id.ToString(), Errno.ENODEV));
        return ActionStatus.Done;
    }

    private ActionStatus Unbind(Unbind unbind, DriverName? bound)
    {
        if (bound is null)
        {
            return ActionStatus.AlreadyDone;
        }

        AttachedDriver = bound;
        return PerformPlainly(unbind with { Driver = bound });
    }

    private ActionStatus Bind(Bind bind, DriverName? bound)
    {
        if (bound == bind.Driver)
        {
            return ActionStatus.AlreadyDone;
        }

        if (bound is not null)
        {
            MakeRoom(bind, bound.Value);
        }

        try
        {
            return PerformPlainly(bind);
        }
        catch (KernelException refusal) when (ErrnoMeaning.Trigger(bind, refusal.Errno) == FallbackTrigger.BindRefused)
        {
            _bindRefused = refusal;
            throw;
        }
    }

    private void MakeRoom(Bind bind, DriverName bound)
    {
        // The device had a driver, and was made again because the bus binds none: to unbind this one too would leave it with less.
        var refusal = AttachedDriver is null ? null : _bindRefused;
        AttachedDriver = bound;
        if (refusal is not null)
        {
            throw refusal;
        }

        operate.Perform(new Unbind { Parent = bind.Parent, Id = bind.Id, Driver = bound, Reason = "another driver is listed" });
    }

    private ActionStatus Create(CreateSubDevice create)
    {
        operate.Perform(create);
        _made = create;
        _removed = false;
        entry.Set(observe.Observe(change.Id) ?? throw new KernelException("look for what was created,", change.Id.ToString(), Errno.ENODEV));
        return ActionStatus.Done;
    }

    private ActionStatus Remove(RemoveSubDevice remove, ulong? instance)
    {
        if (change.Kind == ChangeKind.Change)
        {
            entry.Intend();
        }

        var status = RemoveUnlessGone(remove, instance);
        _removed = true;
        _made = null;
        entry.Removed();
        return status;
    }

    private ActionStatus RemoveUnlessGone(RemoveSubDevice remove, ulong? instance)
    {
        try
        {
            operate.Perform(remove);
            return observe.Observe(change.Id) is { } device && device.Instance == instance
                ? throw new KernelException("look for what was removed,", change.Id.ToString(), Errno.EBUSY)
                : ActionStatus.Done;
        }
        catch (KernelException refusal) when (IsGone(refusal))
        {
            return ActionStatus.AlreadyDone;
        }
    }

    private bool IsGone(KernelException refusal) => ErrnoMeaning.IsGone(refusal.Errno) && observe.Observe(change.Id) is null;

    private ActionStatus Switch(PlanAction action)
    {
        try
        {
            operate.Perform(action);
        }
        catch (KernelException refusal) when (change.Kind == ChangeKind.Remove && IsGone(refusal))
        {
            return ActionStatus.AlreadyDone;
        }

        _deactivated = action is Deactivate && change.Desired is not null;
        // What its driver had made of it is gone with its params.
        devlink.MadeAnew();
        return ActionStatus.Done;
    }

    private ActionStatus PerformPlainly(PlanAction action)
    {
        operate.Perform(action);
        return ActionStatus.Done;
    }
}
