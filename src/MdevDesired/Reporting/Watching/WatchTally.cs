using System.Collections.Immutable;
using MdevDesired.Applying;

namespace MdevDesired.Reporting.Watching;

/// <summary>What the service has counted since it started. It grows with the number of different errors, never with that of runs.</summary>
internal sealed record WatchTally
{
    public static WatchTally None { get; } = new();

    /// <summary>How often the host was looked at and compared, by what made the service look.</summary>
    public ImmutableSortedDictionary<WatchTrigger, long> Reconciles { get; init; } = ImmutableSortedDictionary<WatchTrigger, long>.Empty;

    /// <summary>How many of these changed something, or tried to.</summary>
    public long Applies { get; init; }

    /// <summary>How many devices were brought to what is listed.</summary>
    public long Changes { get; init; }

    /// <summary>How often the kernel refused, by error.</summary>
    public ImmutableSortedDictionary<Errno, long> Failures { get; init; } = ImmutableSortedDictionary<Errno, long>.Empty;

    /// <summary>How often the kernel did not answer in time.</summary>
    public long Unanswered { get; init; }

    /// <summary>How often the documents had mistakes when they were read anew.</summary>
    public long InvalidInputs { get; init; }

    /// <summary>How long all runs took.</summary>
    public TimeSpan Duration { get; init; }

    public WatchTally Ran(WatchRun run) => this with
    {
        Reconciles = Reconciles.SetItem(run.Trigger, Reconciles.GetValueOrDefault(run.Trigger) + 1),
        Duration = Duration + run.Duration,
    };

    public WatchTally Refused(Errno errno) => this with { Failures = Failures.SetItem(errno, Failures.GetValueOrDefault(errno) + 1) };

    public WatchTally Applied(ApplyReport report)
    {
        var refused = report.Outcomes
            .SelectMany(outcome => outcome.Actions)
            .Where(action => action.Status == ActionStatus.Refused)
            .Aggregate(this, (tally, action) => tally.Refused(action.Error!.Errno));
        return refused with
        {
            Applies = Applies + 1,
            Changes = Changes + report.Outcomes.Count(outcome => outcome.Status == DeviceStatus.Applied),
            Unanswered = Unanswered + report.Outcomes.Count(outcome => outcome.Status == DeviceStatus.Pending),
        };
    }
}
