using MdevDesired.Diagnostics;
using MdevDesired.Model;
using MdevDesired.Planning.Devlink;

namespace MdevDesired.Planning;

/// <summary>Compares what is desired with what is observed. A pure function: equal input gives an equal plan.</summary>
internal static class Planner
{
    /// <param name="desired">What the input wants of this host.</param>
    /// <param name="observed">What the kernel has, observed with <see cref="PlanScope"/>.</param>
    /// <param name="ledger">What this tool created.</param>
    /// <param name="options">What the user asks beside the document.</param>
    public static Plan Plan(DesiredState desired, ObservedState observed, Ledger ledger, PlanOptions options)
    {
        var context = new PlanContext(desired, observed, ledger, options);
        if (desired.Documents.Count == 0)
        {
            return Nothing(observed);
        }

        var listed = new ListedDevices(context);
        listed.Plan();
        var pruned = new Pruning(context);
        pruned.Plan();
        var protection = new Protection(context);
        var inUse = new InUse(context);
        var devices = listed.Changes.Concat(pruned.Changes).Select(protection.Keep).Select(inUse.Spare).OfType<DeviceChange>().ToList();
        var settings = new ParentSettings(context, Removed(devices));
        settings.Plan();
        var parents = settings.Changes.Select(inUse.Spare).OfType<DeviceChange>().ToList();
        var blocked = settings.Blocked.Concat(settings.Changes.Except(parents).Select(change => change.Parent)).ToHashSet();
        var changes = devices.Where(change => change.Kind != ChangeKind.Create || !blocked.Contains(change.Parent)).Concat(parents).ToList();
        return new()
        {
            Host = observed.Host,
            Changes = Ordered(changes),
            Findings = Ordered(
            [
                .. UnknownParent(context), .. listed.Findings, .. pruned.Findings, .. settings.Findings, .. protection.Findings, .. inUse.Findings,
                .. Waiting(devices.Except(changes)), .. Room(context, changes),
                .. Unseen(observed, changes),
            ]),
            InSync = listed.InSync,
        };
    }

    private static IEnumerable<PlanFinding> Unseen(ObservedState observed, List<DeviceChange> changes) =>
        observed.SawEveryProcess || !changes.Exists(change => change.MayDisrupt)
            ? []
            : [new(FindingEffect.Notes, null, null, new(PlanningCodes.ProcessesUnseen, Severity.Warning, null,
                "the processes of other users could not be looked at: one of them may have a device open that would be taken away",
                "run as root"))];

    private static HashSet<DeviceId> Removed(IEnumerable<DeviceChange> changes) =>
        changes.Where(change => change.Kind == ChangeKind.Remove).Select(change => change.Id).ToHashSet();

    // What stands on settings that the parent does not have would not be what the document means.
    private static IEnumerable<PlanFinding> Waiting(IEnumerable<DeviceChange> left) => left
        .GroupBy(change => change.Parent)
        .Select(group => new PlanFinding(FindingEffect.Blocks, group.Key, null, new(PlanningCodes.WaitsForSettings, Severity.Error, group.First().Desired?.Span,
            $"{group.Key}: {string.Join(", ", group.Select(change => change.Name))} {(group.Count() == 1 ? "waits" : "wait")} for the settings of the parent",
            "what is made on a parent stands on its settings: mend those first")));

    // No mistake: a udev rule applies each parent that registers, also those that no document lists.
    private static IEnumerable<PlanFinding> UnknownParent(PlanContext context)
    {
        if (context.Options.Parent is not { } asked || context.FindDesired(asked) is not null)
        {
            return [];
        }

        var known = context.Desired.Parents.Select(parent => parent.Address).Concat(context.Observed.Parents.Select(parent => parent.Address));
        var isThere = context.FindParent(asked) is not null;
        return [new(FindingEffect.Notes, asked, null, new(PlanningCodes.UnknownParent, Severity.Note, null,
            $"--parent {asked}: no document lists it{(isThere ? "" : ", and this host shows no such parent")}",
            isThere ? null : Suggestion.For(asked.ToString(), known.Select(address => address.ToString()).Distinct()) ?? "\"mdev-desired show\" lists the host's"))];
    }

    private static Plan Nothing(ObservedState observed) => new()
    {
        Host = observed.Host,
        Changes = [],
        Findings =
        [
            new(FindingEffect.Notes, null, null, new(PlanningCodes.NothingDesired, Severity.Note, null,
                $"no document applies to host {observed.Host}; nothing is created and nothing is removed")),
        ],
        InSync = 0,
    };

    private static IEnumerable<PlanFinding> Room(PlanContext context, List<DeviceChange> changes) =>
        changes
            .SelectMany(change => change.Actions.Select(planned => planned.Action.Parent).Distinct().Select(parent => (Parent: parent, change)))
            .GroupBy(pair => pair.Parent, pair => pair.change)
            .Where(lane => context.FindParent(lane.Key) is not null)
            .SelectMany(lane => SubDeviceKinds.All.SelectMany(kind => kind.CheckRoom(context.FindParent(lane.Key)!, [.. lane])));

    private static EquatableArray<DeviceChange> Ordered(IEnumerable<DeviceChange> changes) => changes
        .OrderBy(change => change.Parent)
        .ThenBy(change => change.Actions[0].Stage)
        .ThenBy(change => change.Name, StringComparer.Ordinal)
        .ThenBy(change => change.Id)
        .ToEquatableArray();

    private static EquatableArray<PlanFinding> Ordered(IEnumerable<PlanFinding> findings) => findings
        .OrderByDescending(finding => finding.Effect)
        .ThenByDescending(finding => finding.Diagnostic.Severity)
        .ThenBy(finding => finding.Parent ?? default)
        .ThenBy(finding => finding.Id)
        .ThenBy(finding => finding.Diagnostic.Message, StringComparer.Ordinal)
        .ToEquatableArray();
}
