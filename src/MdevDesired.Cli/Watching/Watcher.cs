using MdevDesired.Applying;
using MdevDesired.Cli.Hosts;
using MdevDesired.Cli.Watching.Scheduling;
using MdevDesired.Diagnostics;
using MdevDesired.Linux.State;
using MdevDesired.Model;
using MdevDesired.Reporting;
using MdevDesired.Reporting.Watching;

namespace MdevDesired.Cli.Watching;

/// <summary>Keeps the host as its documents say: waits for a call, reads, reconciles, tells. For one thread.</summary>
internal sealed class Watcher
{
    private static readonly TimeSpan Leeway = TimeSpan.FromMinutes(1);

    private readonly WatchOptions _options;
    private readonly Func<HostPorts> _open;
    private readonly Signals _signals;
    private readonly Pulse _pulse;
    private readonly IWatchAudience _audience;
    private readonly TimeProvider _clock;
    private readonly DocumentSource _source;
    private readonly Setbacks _setbacks = new();
    private readonly Reconciler _reconciler;
    private DocumentReading? _reading;
    private TimeSpan _changed;
    private int _failures;

    /// <param name="options">What the user asks.</param>
    /// <param name="open">Opens the host anew for each turn: nothing is kept that could have become untrue.</param>
    /// <param name="signals">Where the calls come from.</param>
    /// <param name="pulse">Shows that the service goes on.</param>
    /// <param name="audience">Who is told.</param>
    /// <param name="clock">The time of day.</param>
    public Watcher(WatchOptions options, Func<HostPorts> open, Signals signals, Pulse pulse, IWatchAudience audience, TimeProvider clock)
    {
        (_options, _open, _signals, _pulse, _audience, _clock) = (options, open, signals, pulse, audience, clock);
        _source = new(options);
        _reconciler = new(options, _setbacks, pulse, () => signals.Now);
        Status = new() { Host = "", Condition = WatchCondition.Starting, Started = clock.GetUtcNow(), ObserveOnly = options.ObserveOnly };
    }

    /// <summary>How the service stands.</summary>
    public WatchStatus Status { get; private set; }

    /// <summary>What has to be watched for changes of the documents.</summary>
    public IReadOnlyList<string> Paths => _source.Paths;

    /// <summary>Works until it is told to stop; what is begun then is finished, and the end is told.</summary>
    public void Run(CancellationToken stop)
    {
        while (_signals.Wait(patience => _pulse.Beat(patience + Leeway), stop) is { } call)
        {
            _pulse.Beat(Leeway);
            Turn(call, stop);
        }

        Tell(Status with { Condition = WatchCondition.Stopped, Problems = [] });
    }

    /// <summary>Does what a call asks for.</summary>
    public void Turn(WatchCall call, CancellationToken stop)
    {
        try
        {
            Keep(call, stop);
        }
        catch (HostLockedException locked)
        {
            PutOff(WatchCondition.Locked, new(WatchCodes.Locked, Severity.Warning, null, locked.Message, "the service tries again by itself"));
        }
        catch (KernelException refusal)
        {
            PutOff(WatchCondition.Failed, new(WatchCodes.Failed, Severity.Error, null, refusal.Message, ErrnoMeaning.Hint(refusal.Errno)), refusal.Errno);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
#pragma warning disable CA1031 // Whatever it is, it is our own bug; the next turn may go well.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            PutOff(WatchCondition.Failed, new(WatchCodes.Failed, Severity.Error, null, $"internal error: {bug.GetType().Name}: {bug.Message}", "please report this, with the documents"));
        }
    }

    private void Keep(WatchCall call, CancellationToken stop)
    {
        var host = _open();
        using var closed = host.Observe as IDisposable;
        Status = Status with { Host = host.Name };
        var isNew = Read(call, host.Name);
        if (!isNew && call.Trigger == WatchTrigger.Documents)
        {
            return;
        }

        if (call.Trigger == WatchTrigger.Request)
        {
            _setbacks.Clear();
        }

        if (_reading!.IsValid)
        {
            Reconcile(call, host, _reading.State, stop);
        }
        else
        {
            Refuse(isNew);
        }
    }

    // Whether the documents differ from those before. While somebody changes them those before hold.
    private bool Read(WatchCall call, string host)
    {
        if (_reading is not null && !call.DocumentsAreQuiet)
        {
            return false;
        }

        var reading = _source.Read(host);
        if (ReferenceEquals(reading, _reading))
        {
            return false;
        }

        (_reading, _changed) = (reading, call.DocumentsMoment ?? call.Moment);
        return true;
    }

    private void Refuse(bool isNew)
    {
        _signals.Tell(schedule =>
        {
            schedule.Wait(_signals.Now);
            schedule.RetryAt(null);
            schedule.RestsAt(null);
        });
        Tell(Status with
        {
            Condition = WatchCondition.InvalidInput,
            Problems = _reading!.Diagnostics,
            Tally = isNew ? Status.Tally with { InvalidInputs = Status.Tally.InvalidInputs + 1 } : Status.Tally,
        });
    }

    private void Reconcile(WatchCall call, HostPorts host, DesiredState desired, CancellationToken stop)
    {
        var (begun, start) = (_clock.GetUtcNow(), _signals.Now);
        var done = _reconciler.Reconcile(host, desired, mayRemove: start >= _changed + _options.Times.Rest, _audience.Progress, stop);
        var now = _signals.Now;
        var failed = done.Problems.FirstOrDefault(problem => problem.Code == ApplyingCodes.LedgerNotWritten);
        _failures = failed is null ? 0 : _failures + 1;
        _signals.Tell(schedule =>
        {
            schedule.Looked(done.Looked, now);
            schedule.RetryAt(new[]
            {
                _setbacks.Next(desired, done.Assessment),
                failed is null ? null : now + RetryDelay.After(_failures),
                done.IsHeldUp && !_options.ObserveOnly ? now + _options.Times.Held : null,
            }.Min());
            schedule.RestsAt(done.Rests ? _changed + _options.Times.Rest : null);
        });
        Tell(After(new(call.Trigger, begun, now - start), done, desired, failed is not null, now));
    }

    private WatchStatus After(WatchRun run, Reconciliation done, DesiredState desired, bool failed, TimeSpan now)
    {
        var devices = HostStatus.Of(done.Assessment, desired, _options.Plan);
        var tally = Status.Tally.Ran(run);
        return Status with
        {
            Condition = failed ? WatchCondition.Failed : devices.IsInSync ? WatchCondition.InSync : WatchCondition.NotInSync,
            Devices = devices,
            Capacity = TypeCapacity.Of(done.Assessment.Observed, desired),
            Setbacks = _setbacks.All.Select(pair => new ParentSetback(pair.Key, pair.Value.Failures, _clock.GetUtcNow() + (pair.Value.Until - now))).ToEquatableArray(),
            Documents = desired.Documents,
            Problems = [.. _reading!.Diagnostics, .. done.Problems],
            LastRun = run,
            LastInSync = devices.IsInSync && !failed ? _clock.GetUtcNow() : Status.LastInSync,
            Tally = done.Report is { Plan.IsEmpty: false, Outcomes.Count: > 0 } report ? tally.Applied(report) : tally,
        };
    }

    private void PutOff(WatchCondition condition, Diagnostic problem, Errno? errno = null)
    {
        _failures++;
        var now = _signals.Now;
        _signals.Tell(schedule =>
        {
            schedule.Wait(now);
            schedule.RetryAt(now + RetryDelay.After(_failures));
        });
        Tell(Status with { Condition = condition, Problems = [problem], Tally = errno is { } known ? Status.Tally.Refused(known) : Status.Tally });
    }

    private void Tell(WatchStatus status)
    {
        Status = status;
        _audience.Hear(status);
    }
}
