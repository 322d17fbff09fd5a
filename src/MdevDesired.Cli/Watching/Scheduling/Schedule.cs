using MdevDesired.Reporting.Watching;

namespace MdevDesired.Cli.Watching.Scheduling;

/// <summary>
/// Decides when the service works, from what it hears. Without a clock: each moment is given, as the time since the service started. For
/// one thread.
/// </summary>
/// <param name="times">How long to wait for what.</param>
/// <param name="chance">Gives numbers between 0 and 1.</param>
internal sealed class Schedule(WatchTimes times, Func<double> chance)
{
    private readonly Burst _host = new(times.HostQuiet, times.HostLongest);
    private readonly Burst _documents = new(times.DocumentsQuiet, times.DocumentsLongest);
    private readonly Burst _request = new(TimeSpan.Zero, TimeSpan.Zero);
    private TimeSpan? _start = TimeSpan.Zero;
    private TimeSpan? _rest;
    private TimeSpan? _retry;
    private TimeSpan _timer = times.Interval;

    /// <summary>When there is something to do next.</summary>
    public TimeSpan Due => Moments().Min(moment => moment.When);

    public void Hear(WatchTrigger trigger, TimeSpan now)
    {
        var burst = trigger switch
        {
            WatchTrigger.Host => _host,
            WatchTrigger.Documents => _documents,
            WatchTrigger.Request => _request,
            _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "nobody calls this"),
        };
        burst.Hear(now);
    }

    /// <summary>Takes everything that is due as one call; null when nothing is.</summary>
    public WatchCall? Take(TimeSpan now)
    {
        var due = Moments().Where(moment => moment.When <= now).Select(moment => moment.Trigger).ToList();
        if (due.Count == 0)
        {
            return null;
        }

        // What asks for the documents to be read takes their burst along.
        var reads = due.Exists(trigger => trigger is WatchTrigger.Start or WatchTrigger.Request or WatchTrigger.Documents);
        var changed = reads ? _documents.Take() : null;
        due.ForEach(Forget);
        return new(due.Min(), now, changed, DocumentsAreQuiet: !_documents.IsHeard);
    }

    /// <summary>The host was looked at.</summary>
    /// <param name="begun">When the look began: what was heard of the host before it is known.</param>
    /// <param name="now">When all was done.</param>
    public void Looked(TimeSpan begun, TimeSpan now)
    {
        _host.ForgetUpTo(begun);
        Wait(now);
    }

    /// <summary>Nothing more is to be done now.</summary>
    public void Wait(TimeSpan now) => _timer = now + (times.Interval * (1 + (times.Jitter * ((2 * chance()) - 1))));

    /// <summary>When to try again what failed, or null.</summary>
    public void RetryAt(TimeSpan? moment) => _retry = moment;

    /// <summary>When something may be removed, or null when nothing waits for that.</summary>
    public void RestsAt(TimeSpan? moment) => _rest = moment;

    private IEnumerable<(WatchTrigger Trigger, TimeSpan When)> Moments() =>
        new (WatchTrigger Trigger, TimeSpan? When)[]
        {
            (WatchTrigger.Start, _start), (WatchTrigger.Request, _request.Due), (WatchTrigger.Documents, _documents.Due), (WatchTrigger.Rest, _rest),
            (WatchTrigger.Host, _host.Due), (WatchTrigger.Retry, _retry), (WatchTrigger.Timer, _timer),
        }
        .Where(pair => pair.When is not null)
        .Select(pair => (pair.Trigger, pair.When!.Value));

    private void Forget(WatchTrigger trigger)
    {
        switch (trigger)
        {
            case WatchTrigger.Start:
                _start = null;
                break;
            case WatchTrigger.Request:
                _request.Take();
                break;
            case WatchTrigger.Rest:
                _rest = null;
                break;
            case WatchTrigger.Host:
                _host.Take();
                break;
            case WatchTrigger.Retry:
                _retry = null;
                break;
            case WatchTrigger.Timer:
                _timer = TimeSpan.MaxValue;
                break;
            default:
                break;
        }
    }
}
