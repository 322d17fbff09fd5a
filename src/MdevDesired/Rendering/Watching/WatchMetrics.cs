using MdevDesired.Rendering.Statuses;
using MdevDesired.Reporting.Watching;

namespace MdevDesired.Rendering.Watching;

/// <summary>Renders what the service tells as metrics, for the textfile collector of node_exporter.</summary>
internal static class WatchMetrics
{
    public static string Render(WatchStatus status)
    {
        var text = new MetricsText();
        // A host that documents with mistakes say nothing of is not in sync with them, whatever was seen before.
        StatusMetrics.Add(text, (status.Devices ?? new() { Host = status.Host, IsInSync = false, LedgerIsKnown = false }) with { IsInSync = status.IsInSync });
        Condition(text, status);
        Times(text, status);
        Setbacks(text, status);
        Capacity(text, status);
        Counters(text, status.Tally);
        return text.ToString();
    }

    private static void Condition(MetricsText text, WatchStatus status)
    {
        One(text, "mdev_desired_drift", "How many sub devices and settings of parents are not as listed.", status.Drift.Count());
        One(text, "mdev_desired_watch_observe_only", "Whether the service only looks: 1 or 0.", status.ObserveOnly ? 1 : 0);
        text.Gauge("mdev_desired_watch_condition", "How the service stands, as a label: 1 for the condition that holds.");
        foreach (var condition in Enum.GetValues<WatchCondition>())
        {
            text.Sample("mdev_desired_watch_condition", condition == status.Condition ? 1 : 0, ("condition", WatchWords.Of(condition)));
        }
    }

    private static void Times(MetricsText text, WatchStatus status)
    {
        One(text, "mdev_desired_watch_start_timestamp_seconds", "When the service started.", Seconds(status.Started));
        if (status.LastInSync is { } success)
        {
            One(text, "mdev_desired_watch_last_in_sync_timestamp_seconds", "When the host was last seen to be as listed.", Seconds(success));
        }

        if (status.LastRun is { } run)
        {
            One(text, "mdev_desired_watch_last_reconcile_timestamp_seconds", "When the host was last looked at.", Seconds(run.Begun));
            One(text, "mdev_desired_watch_last_reconcile_duration_seconds", "How long the last look, and what was done about it, took.", run.Duration.TotalSeconds);
        }
    }

    private static void Setbacks(MetricsText text, WatchStatus status)
    {
        text.Gauge("mdev_desired_watch_parent_failures", "How many runs in a row failed on a parent that is tried again later.");
        foreach (var setback in status.Setbacks)
        {
            text.Sample("mdev_desired_watch_parent_failures", setback.Failures, ("parent", setback.Parent.ToString()));
        }
    }

    private static void Capacity(MetricsText text, WatchStatus status)
    {
        text.Gauge("mdev_desired_type_available_instances", "How many more sub devices of a type the kernel says can be made.");
        foreach (var type in status.Capacity.Where(type => type.Available is not null))
        {
            text.Sample("mdev_desired_type_available_instances", type.Available!.Value, Labels(type));
        }

        text.Gauge("mdev_desired_type_used_instances", "How many sub devices of a type there are, whoever made them.");
        foreach (var type in status.Capacity)
        {
            text.Sample("mdev_desired_type_used_instances", type.Used, Labels(type));
        }

        text.Gauge("mdev_desired_type_desired_instances", "How many sub devices of a type are listed.");
        foreach (var type in status.Capacity)
        {
            text.Sample("mdev_desired_type_desired_instances", type.Desired, Labels(type));
        }
    }

    private static void Counters(MetricsText text, WatchTally tally)
    {
        text.Counter("mdev_desired_watch_reconciles_total", "How often the host was looked at and compared, by what made the service look.");
        foreach (var trigger in Enum.GetValues<WatchTrigger>())
        {
            text.Sample("mdev_desired_watch_reconciles_total", tally.Reconciles.GetValueOrDefault(trigger), ("trigger", WatchWords.Of(trigger)));
        }

        Total(text, "mdev_desired_watch_reconcile_duration_seconds_total", "How long all these took.", tally.Duration.TotalSeconds);
        Total(text, "mdev_desired_watch_applies_total", "How many of these changed something, or tried to.", tally.Applies);
        Total(text, "mdev_desired_watch_changes_total", "How many sub devices and settings were brought to what is listed.", tally.Changes);
        Total(text, "mdev_desired_watch_unanswered_total", "How often the kernel did not answer in time.", tally.Unanswered);
        Total(text, "mdev_desired_watch_invalid_inputs_total", "How often changed documents had mistakes.", tally.InvalidInputs);
        text.Counter("mdev_desired_watch_failures_total", "How often the kernel refused, by error.");
        foreach (var (errno, count) in tally.Failures)
        {
            text.Sample("mdev_desired_watch_failures_total", count, ("errno", errno.ToString()));
        }
    }

    private static void One(MetricsText text, string name, string help, double value)
    {
        text.Gauge(name, help);
        text.Sample(name, value);
    }

    private static void Total(MetricsText text, string name, string help, double value)
    {
        text.Counter(name, help);
        text.Sample(name, value);
    }

    private static (string Name, string Value)[] Labels(Reporting.TypeCapacity type) => [("parent", type.Parent.ToString()), ("type", type.Type.ToString())];

    private static double Seconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000.0;
}
