using MdevDesired.Applying;
using MdevDesired.Diagnostics;
using MdevDesired.Rendering.Statuses;
using MdevDesired.Rendering.Validation;
using MdevDesired.Rendering.Watching;
using MdevDesired.Reporting.Watching;
using Serilog;
using Serilog.Events;

namespace MdevDesired.Cli.Watching.Telling;

/// <summary>Writes to the log what is new: what was done at once, how things stand when that has changed.</summary>
internal sealed class WatchLog(ILogger log) : IWatchAudience
{
    private HashSet<string> _told = [];
    private string? _sentence;

    public IApplyProgress Progress { get; } = new LoggedProgress(log);

    public void Hear(WatchStatus status)
    {
        var news = Lines(status).ToList();
        foreach (var (level, line) in news.Where(news => !_told.Contains(news.Line)))
        {
            log.Write(level, "{Line:l}", line);
        }

        // Only what holds is remembered: what comes back is told again.
        _told = news.Select(line => line.Line).ToHashSet();
        var sentence = WatchSentence.Of(status);
        if (_sentence != sentence)
        {
            log.Write(status.IsInSync || status.Condition == WatchCondition.Stopped ? LogEventLevel.Information : LogEventLevel.Warning, "{Sentence:l}", sentence);
        }

        _sentence = sentence;
    }

    private static IEnumerable<(LogEventLevel Level, string Line)> Lines(WatchStatus status)
    {
        var findings = status.Condition is WatchCondition.InSync or WatchCondition.NotInSync
            ? status.Findings.Concat(status.Drift.SelectMany(drift => drift.Device.Findings))
            : [];
        foreach (var diagnostic in status.Problems.Concat(findings))
        {
            yield return (Level(diagnostic), Line(diagnostic));
        }

        if (status.ObserveOnly && status.Condition == WatchCondition.NotInSync)
        {
            foreach (var (parent, device) in status.Drift)
            {
                yield return (LogEventLevel.Warning, $"{parent} {device.Name ?? device.Id.Label}: {StandingWords.Text(device.Standing)}{(device.Reason is { } why ? $": {why}" : "")}");
            }
        }
    }

    // The level of the line says how grave it is; in front of a place in a file stands what editors and people know.
    private static string Line(Diagnostic diagnostic) => DiagnosticText.WithHint(
        diagnostic.Span is null ? $"{diagnostic.Code}: {diagnostic.Message}" : diagnostic.ToString(), diagnostic.Hint);

    private static LogEventLevel Level(Diagnostic diagnostic) => diagnostic.Severity switch
    {
        Severity.Error => LogEventLevel.Error,
        Severity.Warning => LogEventLevel.Warning,
        _ => LogEventLevel.Information,
    };
}
