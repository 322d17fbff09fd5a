namespace MdevDesired.Cli.Watching.Scheduling;

/// <summary>Takes what comes in quick succession for one: it is over when nothing came for a while, or when it lasts too long.</summary>
/// <param name="quiet">How long nothing must come.</param>
/// <param name="longest">How long it may last.</param>
internal sealed class Burst(TimeSpan quiet, TimeSpan longest)
{
    private TimeSpan _first;
    private TimeSpan? _last;

    public bool IsHeard => _last is not null;

    /// <summary>When it is over, or null when nothing came.</summary>
    public TimeSpan? Due => _last is { } last ? (last + quiet < _first + longest ? last + quiet : _first + longest) : null;

    public void Hear(TimeSpan now)
    {
        _first = _last is null ? now : _first;
        _last = now;
    }

    /// <summary>Forgets it, and gives when the last of it came.</summary>
    public TimeSpan? Take()
    {
        var last = _last;
        _last = null;
        return last;
    }

    /// <summary>Forgets what came up to then: it is known already.</summary>
    public void ForgetUpTo(TimeSpan moment)
    {
        if (_last <= moment)
        {
            _last = null;
        }
        else if (_last is not null && _first < moment)
        {
            _first = moment;
        }
    }
}
