using System.Globalization;
using MdevDesired.Model;
using MdevDesired.Rendering.Plans;
using MdevDesired.Rendering.Statuses;
using MdevDesired.Rendering.Trees;
using MdevDesired.Rendering.Validation;
using MdevDesired.Reporting;
using MdevDesired.Reporting.Watching;

namespace MdevDesired.Rendering.Watching;

/// <summary>Renders what the service tells as a document (schemas/watch-status.v1alpha1.schema.json).</summary>
internal static class WatchStatusDocument
{
    public static string Render(TreeSyntax syntax, WatchStatus status) =>
        TreeWriter.Render(syntax, tree => tree.Map(() => Entries(tree, status)));

    private static void Entries(TreeWriter tree, WatchStatus status)
    {
        tree.Entry("apiVersion", FormatVersion.V1Alpha1);
        tree.Entry("kind", "WatchStatus");
        tree.Entry("host", status.Host);
        tree.Entry("condition", WatchWords.Of(status.Condition));
        tree.Entry("message", WatchSentence.Of(status));
        tree.Entry("inSync", status.IsInSync);
        tree.Entry("observeOnly", status.ObserveOnly);
        tree.Entry("drift", status.Drift.Count());
        tree.Entry("started", Time(status.Started));
        tree.EntryIfAny("lastInSync", status.LastInSync is { } time ? Time(time) : null);
        if (status.LastRun is { } run)
        {
            tree.Map("lastRun", () => Run(tree, run));
        }

        tree.List("documents", status.Documents, tree.Value);
        tree.Maps("problems", status.Problems, problem => DiagnosticTree.Entries(tree, problem));
        tree.Map("devices", () => Counts(tree, status.Devices));
        tree.Maps("findings", status.Findings, finding => DiagnosticTree.Entries(tree, finding));
        tree.Maps("differences", status.Drift, difference => Difference(tree, difference.Parent, difference.Device));
        tree.Maps("setbacks", status.Setbacks, setback => Setback(tree, setback));
        tree.Maps("capacity", status.Capacity, capacity => Capacity(tree, capacity));
        tree.Map("counts", () => Tally(tree, status.Tally));
    }

    private static void Run(TreeWriter tree, WatchRun run)
    {
        tree.Entry("trigger", WatchWords.Of(run.Trigger));
        tree.Entry("begun", Time(run.Begun));
        tree.Entry("milliseconds", (long)run.Duration.TotalMilliseconds);
    }

    private static void Counts(TreeWriter tree, HostStatus? devices)
    {
        foreach (var standing in StandingWords.All)
        {
            tree.Entry(StandingWords.Key(standing), devices is null ? 0 : StatusSummary.Count(devices, standing));
        }
    }

    private static void Difference(TreeWriter tree, ParentAddress parent, DeviceStanding device)
    {
        tree.Entry("parent", parent.ToString());
        if (device.Id is not ParentId)
        {
            tree.Map("device", () => DeviceTree.Identity(tree, device.Id));
        }

        tree.EntryIfAny("name", device.Name);
        tree.EntryIfAny("document", device.Document);
        tree.Entry("state", StandingWords.Of(device.Standing));
        tree.EntryIfAny("reason", device.Reason);
        tree.Maps("findings", device.Findings, finding => DiagnosticTree.Entries(tree, finding));
    }

    private static void Setback(TreeWriter tree, ParentSetback setback)
    {
        tree.Entry("parent", setback.Parent.ToString());
        tree.Entry("failures", setback.Failures);
        tree.Entry("retryAt", Time(setback.RetryAt));
    }

    private static void Capacity(TreeWriter tree, TypeCapacity capacity)
    {
        tree.Entry("parent", capacity.Parent.ToString());
        tree.Entry("type", capacity.Type.ToString());
        tree.EntryIfAny("available", capacity.Available);
        tree.Entry("used", capacity.Used);
        tree.Entry("desired", capacity.Desired);
    }

    private static void Tally(TreeWriter tree, WatchTally tally)
    {
        tree.Map("reconciles", () =>
        {
            foreach (var trigger in Enum.GetValues<WatchTrigger>())
            {
                tree.Entry(WatchWords.Of(trigger), tally.Reconciles.GetValueOrDefault(trigger));
            }
        });
        tree.Entry("applies", tally.Applies);
        tree.Entry("changes", tally.Changes);
        tree.Entry("unanswered", tally.Unanswered);
        tree.Entry("invalidInputs", tally.InvalidInputs);
        tree.Maps("failures", tally.Failures, pair =>
        {
            tree.Entry("errno", pair.Key.ToString());
            tree.Entry("count", pair.Value);
        });
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
