using MdevDesired.Applying;
using MdevDesired.Cli.Hosts;
using MdevDesired.Cli.Terminals;
using MdevDesired.Model;
using MdevDesired.Planning;

namespace MdevDesired.Cli.Verbs;

/// <summary>
/// Applies lane by lane: what is there at once, each parent that is waited for when it has come or its wait is over. The host's lock is
/// held while a lane is applied and not while one is waited for, so that others may apply meanwhile. A run that shall be undone as a
/// whole waits first, and then applies everything in one go.
/// </summary>
internal sealed class Rounds(Surroundings surroundings, Undertaking undertaking, RoundSettings settings) : IDisposable
{
    private readonly Patience _patience = new(surroundings.Clock, settings.Wait);
    private readonly List<ApplyReport> _reports = [];
    private IReadOnlyList<Awaited> _late = [];
    private IReadOnlyList<ParentAddress>? _open;
    private Plan? _now;
    private bool _hasWaited;
    private IInterrupts? _interrupts;

    /// <summary>What was done so far; null when nothing was, and nothing is known.</summary>
    public ApplyReport? SoFar => _reports is [var only] && !_hasWaited ? only : JoinedReport.Of(_reports, _now);

    // Before this an interrupt ends the process at once, which is right while nothing is changed and nobody waits.
    private IInterrupts Interrupts => _interrupts ??= surroundings.HeedInterrupts();

    private HostPorts Host => undertaking.Host;

    // A saved plan says what is done: what comes later is not in it. On a simulated host nothing comes.
    private bool Waits => Host.Simulation is null && undertaking.Saved is null
        && undertaking.Desired.Parents.Any(parent => undertaking.Options.Covers(parent.Address) && _patience.For(parent) > TimeSpan.Zero);

    private bool IsOver => _late.Count == 0 || _reports is [{ Plan.IsRefused: true }] || _reports is [.., { IsInterrupted: true }];

    /// <summary>The report of the whole run; null when what it would do was not agreed to.</summary>
    /// <exception cref="Linux.State.HostLockedException">Another run had the lock all the time.</exception>
    /// <exception cref="KernelException">The host cannot be looked at.</exception>
    public ApplyReport? Run()
    {
        // Listens before the first look, so that it misses nothing that follows.
        using var events = Waits ? Host.Events() : null;
        if (!Round(CancellationToken.None))
        {
            return null;
        }

        return events is null || IsOver ? SoFar : WaitFor(new(events, _patience, surroundings.Error));
    }

    public void Dispose() => _interrupts?.Dispose();

    private ApplyReport? WaitFor(Vigil vigil)
    {
        _hasWaited = true;
        try
        {
            while (!IsOver)
            {
                vigil.Wait(_late, Interrupts.Token);
                var late = Late(undertaking.Assess().Plan);
                if (_late.Any(awaited => late.All(other => other.Parent.Address != awaited.Parent.Address)))
                {
                    Round(Interrupts.Token);
                }
                else
                {
                    _late = late;
                }
            }

            return SoFar;
        }
        catch (OperationCanceledException)
        {
            surroundings.Error.Write("Interrupted: nothing is waited for any more.\n");
            _now = undertaking.Assess().Plan;
            return SoFar! with { WasInterrupted = true };
        }
    }

    // False when it was not agreed to.
    private bool Round(CancellationToken stop)
    {
        using var held = Host.Lock(settings.LockTimeout, stop);
        var look = undertaking.Assess();
        _late = Waits ? Late(look.Plan) : [];
        if (settings.Apply.Rollback && _late.Count > 0 && !look.Plan.IsRefused)
        {
            return true;
        }

        var lanes = Ready();
        _open = [.. _late.Select(awaited => awaited.Parent.Address)];
        _now = look.Plan;
        if (Consent.Of(undertaking, Of(look, lanes), () => Of(undertaking.Assess(), lanes), settings.IsAgreed, surroundings) is not { } agreed)
        {
            return false;
        }

        var report = Apply(agreed);
        _reports.Add(report);
        _now = report.Outcomes.Count > 0 ? report.Remaining : look.Plan;
        return true;
    }

    private IReadOnlyList<Awaited> Late(Plan plan) => [.. _patience.Still(Lateness.Of(undertaking.Desired, plan)).Where(IsOpen)];

    // A lane that had its turn gets no other, whatever becomes of its parent.
    private bool IsOpen(Awaited awaited) => _open is null || _open.Contains(awaited.Parent.Address);

    private LaneScope? Ready()
    {
        var late = _late.Select(awaited => awaited.Parent.Address);
        return _open is not null ? new(_open.Except(late).ToEquatableArray(), IsExclusion: false)
            : _late.Count > 0 ? new(late.ToEquatableArray(), IsExclusion: true)
            : null;
    }

    private HostAssessment Of(HostAssessment look, LaneScope? lanes) => lanes is null
        ? look
        : look with { Plan = Planner.Plan(undertaking.Desired, look.Observed, look.Ledger, undertaking.Options with { Lanes = lanes }) };

    private ApplyReport Apply(HostAssessment assessment)
    {
        var operate = Host.Operate(settings.Timeout);
        using var worker = operate as IDisposable;
        using var told = Interrupts.Token.Register(
            () => surroundings.Error.Write($"Interrupted: what was begun is {(settings.Apply.Rollback ? "undone" : "finished")}; a second interrupt ends the run at once.\n"));
        IProgressDisplay display = surroundings.ErrorIsTerminal
            ? new LiveDisplay(surroundings.Error, surroundings.NoColor)
            : new LineDisplay(surroundings.Error);
        ApplyReport Work(IApplyProgress progress) =>
            new Applier(Host.Observe, operate, Host.Store, progress, settings.Apply).Apply(undertaking.Desired, assessment, Interrupts.Token);
        return display.During(assessment.Plan.Changes.Count, Work);
    }
}
