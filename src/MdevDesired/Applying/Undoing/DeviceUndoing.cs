using MdevDesired.Model;
using MdevDesired.Planning;
using MdevDesired.Planning.Formers;

namespace MdevDesired.Applying.Undoing;

/// <summary>Brings one sub device, or the settings of one parent, back to what it was before a run.</summary>
/// <param name="outcome">What the run made of it.</param>
/// <param name="actions">What did so.</param>
/// <param name="host">What was there before.</param>
/// <param name="keeper">The ledger.</param>
/// <param name="open">Performs a change.</param>
internal sealed class DeviceUndoing(
    DeviceOutcome outcome, DeviceActions actions, FormerHost host, LedgerKeeper keeper, Func<DeviceChange, DeviceActions> open)
{
    private readonly List<ActionOutcome> _steps = [];
    private DeviceOutcome? _failed;
    private string? _refusal;

    public DeviceOutcome Outcome { get; } = outcome;

    public DeviceChange Change => Outcome.Change;

    public DeviceId Id => Outcome.Change.Id;

    public ObservedSubDevice? Before { get; } = host.Find(outcome.Change.Id);

    /// <summary>What the run has touched. An action that was refused may have left something behind.</summary>
    public Touch Touched { get; } = Touch.By([.. outcome.Actions.Where(Counts).Select(action => action.Action)]);

    /// <summary>Whether the run did anything here that the kernel has answered.</summary>
    public bool IsBegun => Outcome.Status != DeviceStatus.Pending && Outcome.Actions.Any(Counts);

    public bool IsOpen => _refusal is null && _failed is null;

    /// <summary>Whether the run made a device where none was, or another one.</summary>
    public bool HasMade => Change.Kind is ChangeKind.Create or ChangeKind.Replace && actions.Undo().Any();

    private LedgerEntry? Entry => host.Entry(Id);

    public void Refuse(string why) => _refusal ??= why;

    /// <summary>Takes away what the run made.</summary>
    public void Remove() => Perform(ChangeKind.Remove, null, keeper.Find(Id)?.Instance, [.. actions.Undo().Select(action => action with { Reason = "was not there before" })]);

    /// <summary>Puts back the params of its devlink instance that the run set.</summary>
    public void PutParamsBack()
    {
        List<PlanAction> inverse = [.. actions.Params()];
        if (inverse.Count > 0)
        {
            Perform(ChangeKind.Change, Before is null ? null : Desire(Before), null, inverse);
        }
    }

    /// <summary>Makes the device again, with its intent in the ledger where it was this tool's; the rest of it is brought back after.</summary>
    public void Recreate()
    {
        if (SubDeviceKinds.Of(Id).Recreate(Before!, "was there before") is not { } create)
        {
            Refuse("it cannot be made again, because its type is not known");
            return;
        }

        try
        {
            keeper.Begin(Entry is { } entry ? [entry with { Instance = null, Written = [] }] : [], []);
            Perform(ChangeKind.Create, Desire(null), null, [create]);
        }
        catch (KernelException refusal)
        {
            Refuse(refusal.Message);
        }
    }

    /// <summary>Brings back what differs; false when nothing does.</summary>
    public bool Settle(ObservedSubDevice now)
    {
        var entry = keeper.Find(Id);
        if (entry?.Owns(now) == false)
        {
            Refuse("somebody else made it again meanwhile");
            return false;
        }

        var desired = Desire(now);
        var comparison = SubDeviceKinds.Of(Id).Compare(desired, now, entry, null);
        if (comparison.Actions.Count > 0)
        {
            Perform(ChangeKind.Change, desired, now.Instance, comparison.Actions, comparison.Fallbacks);
        }

        return comparison.Actions.Count > 0;
    }

    /// <summary>Performs actions as a change of its own.</summary>
    public void Perform(ChangeKind kind, DesiredSubDevice? desired, ulong? instance, IReadOnlyList<PlanAction> steps, EquatableArray<Fallback> fallbacks = default)
    {
        var change = Change with
        {
            Kind = kind,
            Parent = steps[0].Parent,
            Desired = desired,
            Instance = instance,
            Actions = steps.Select(action => new PlannedAction(Stage.Change, action)).ToEquatableArray(),
            Fallbacks = fallbacks,
        };
        var run = new DeviceRun(change, open(change), new() { KeepFailed = true });
        run.Run(Stage.Change, CancellationToken.None);
        var undone = run.End(isFinished: false);
        _steps.AddRange(undone.Actions.Where(action => action.Status is not (ActionStatus.AlreadyDone or ActionStatus.Skipped)));
        _failed = undone.Status == DeviceStatus.Applied ? _failed : undone;
    }

    /// <summary>Makes the ledger say of the device what it said before, where the device is as it was.</summary>
    public void Close()
    {
        if (Unknown is { Count: > 0 } names)
        {
            Refuse($"what {string.Join(", ", names)} held before is not known, because it cannot be read");
        }

        if (!IsOpen)
        {
            return;
        }

        if (Entry is { } entry)
        {
            keeper.Set(entry with { Instance = keeper.Find(Id)?.Instance ?? entry.Instance });
        }
        else if (Id is not ParentId)
        {
            keeper.Forget(Id);
        }

        var memory = host.Memory(Id);
        if (Before is not null || Id is ParentId)
        {
            keeper.Set(memory with { ReloadPending = memory.ReloadPending && keeper.Memory(Id).ReloadPending });
        }
    }

    /// <summary>What the report says of it.</summary>
    public DeviceOutcome Conclude()
    {
        var why = _refusal ?? _failed?.Failure;
        var told = Outcome with { Actions = [.. Outcome.Actions, .. _steps] };
        return (Outcome.Status, why) switch
        {
            (DeviceStatus.Failed, null) => told with { IsUndone = true, CleanUp = "it was brought back to what it was before" },
            (DeviceStatus.Failed, _) => told with { CleanUp = $"it could not be brought back to what it was before: {why}" },
            (_, null) => told with { IsUndone = true, Status = DeviceStatus.RolledBack },
            _ => told with
            {
                Status = _failed?.Status ?? DeviceStatus.Failed,
                Failure = $"it could not be rolled back: {why}",
                Hint = _failed?.Hint,
            },
        };
    }

    // Attributes that can neither be read nor were written by this tool before; those of a device that is made anew are gone with it.
    private List<AttributeName> Unknown => Before is not { } before || keeper.Find(Id)?.Instance is { } instance && instance != before.Instance
        ? []
        : [.. Touched.Attributes.Where(name => Desire(before).Written.All(value => value.Name != name)
            && Planning.Attributes.AssignedSet.Of(name) is null && Planning.Attributes.AssignedSet.OfUnassign(name) is null).Order()];

    /// <summary>What a document would list to have it as it was.</summary>
    public DesiredSubDevice Desire(ObservedSubDevice? now) => SubDeviceKinds.Of(Id).Desire(new(Before!, Entry, Touched, now));

    private static bool Counts(ActionOutcome action) => action.Status is ActionStatus.Done or ActionStatus.Refused or ActionStatus.FellBack;
}
