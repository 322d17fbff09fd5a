using MdevDesired.Planning;

namespace MdevDesired.Applying;

/// <summary>Takes one sub device through the stages of its change; a refused action fails the device and nothing else.</summary>
internal sealed class DeviceRun(DeviceChange change, DeviceActions actions, ApplyOptions options)
{
    private readonly List<ActionOutcome> _outcomes = [];
    private readonly List<FallbackTrigger> _fellBack = [];
    private ActionOutcome? _refused;
    private bool _interrupted;
    private CancellationToken _interrupts;
    private string? _notBegun;
    private PendingException? _pending;
    private string? _cleanUp;

    public DeviceChange Change { get; } = change;

    public DeviceActions Actions { get; } = actions;

    /// <summary>Whether nothing more is done to the device.</summary>
    public bool IsStopped => _interrupted || _notBegun is not null || _refused is not null || _pending is not null;

    public bool BeginsWith(Stage stage) => Change.Actions[0].Stage == stage;

    public bool EndsWith(Stage stage) => Change.Actions[^1].Stage == stage;

    /// <summary>Leaves it out of the run.</summary>
    /// <param name="why">A sentence without a full stop.</param>
    public void LeaveOut(string why) => _notBegun = why;

    /// <summary>
    /// Runs the actions of one stage. An interrupt is heeded before the first, so that a device that was begun is finished; before
    /// any, where the run is then undone.
    /// </summary>
    public void Run(Stage stage, CancellationToken interrupted)
    {
        _interrupts = interrupted;
        _interrupted |= interrupted.IsCancellationRequested && _outcomes.Count == 0;
        Run([.. Change.Actions.Where(planned => planned.Stage == stage).Select(planned => planned.Action)]);
    }

    /// <summary>Cleans up after a failure, brings the ledger in line, and says what became of the device.</summary>
    /// <param name="isFinished">Whether the device, when nothing failed, is as its document wants it.</param>
    public DeviceOutcome End(bool isFinished = true)
    {
        if (_refused is not null && !options.KeepFailed && !options.Rollback)
        {
            CleanUp();
        }

        // What the kernel makes of it is not known: the ledger says what it said.
        if (_pending is null)
        {
            Actions.Settle(succeeded: isFinished && !IsStopped);
        }

        return new()
        {
            Change = Change,
            Status = _pending is not null ? DeviceStatus.Pending
                : _refused is not null || _notBegun is not null ? DeviceStatus.Failed
                : _interrupted ? DeviceStatus.Interrupted
                : DeviceStatus.Applied,
            Actions = [.. _outcomes],
            Failure = _refused is null ? _pending?.Message ?? _notBegun : Failure.Of(_refused, Actions.AttachedDriver),
            Hint = _pending is not null ? "apply again when the process that waits has gone: whoever holds the device lets it go"
                : _refused is null ? null
                : Failure.Hint(_refused, Actions.AttachedDriver),
            CleanUp = _cleanUp,
        };
    }

    private void Run(IReadOnlyList<PlanAction> steps)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            _interrupted |= options.Rollback && _interrupts.IsCancellationRequested;
            if (IsStopped)
            {
                _outcomes.Add(new(steps[i], ActionStatus.Skipped));
            }
            else if (!Try(steps[i]) && _refused is not null && FallbackFor(_refused) is { } fallback)
            {
                FallBack(fallback);
                return;
            }
        }
    }

    private bool Try(PlanAction action)
    {
        try
        {
            _outcomes.Add(new(action, Actions.Perform(action)));
            return true;
        }
        catch (KernelException refusal)
        {
            _refused = new(action, ActionStatus.Refused, refusal);
            _outcomes.Add(_refused);
            return false;
        }
        catch (PendingException pending)
        {
            Pend(action, pending);
            return false;
        }
    }

    private void Pend(PlanAction action, PendingException pending)
    {
        _pending = pending;
        _outcomes.Add(new(action, ActionStatus.Pending));
        Actions.Pend(action, pending);
    }

    private Fallback? FallbackFor(ActionOutcome refused) =>
        ErrnoMeaning.Trigger(refused.Action, refused.Error!.Errno) is { } trigger && !_fellBack.Contains(trigger)
            ? Change.Fallbacks.FirstOrDefault(fallback => fallback.When == trigger)
            : null;

    private void FallBack(Fallback fallback)
    {
        _outcomes[^1] = _refused! with { Status = ActionStatus.FellBack };
        _refused = null;
        _fellBack.Add(fallback.When);
        Run([.. fallback.Actions]);
    }

    private void CleanUp()
    {
        // A device that was there before the run and had to be made again is no less than it was: it stays.
        List<PlanAction> undo = Change.Kind == ChangeKind.Change ? [.. Actions.GivingBack()] : [.. Actions.Undo()];
        if (undo.Count == 0)
        {
            return;
        }

        if (Refused(undo) is not { } refused)
        {
            _cleanUp = CleanUpWords.Of(undo);
        }
        else if (_pending is not null)
        {
            _cleanUp = $"the clean-up is not answered yet: {_pending.Message}";
        }
        else if (FallbackFor(refused) is { } recreation && Refused(Actions.Restoration(recreation)) is null)
        {
            _cleanUp = "the device was made again as it was, because no driver can be bound after creation";
        }
        else
        {
            _cleanUp = $"the clean-up was refused too: {refused.Error!.Message}";
        }
    }

    // Performs actions up to one that is refused or not answered, and gives that.
    private ActionOutcome? Refused(IEnumerable<PlanAction> steps)
    {
        foreach (var step in steps)
        {
            try
            {
                _outcomes.Add(new(step, Actions.Perform(step)));
            }
            catch (KernelException refusal)
            {
                _outcomes.Add(new(step, ActionStatus.Refused, refusal));
                return _outcomes[^1];
            }
            catch (PendingException pending)
            {
                Pend(step, pending);
                return _outcomes[^1];
            }
        }

        return null;
    }
}
