using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Subfunctions;

namespace MdevDesired.Planning.Devlink;

/// <summary>Plans the settings of the parents' own devlink instances.</summary>
/// <param name="context">The planner's input.</param>
/// <param name="removed">The sub devices that this plan removes, which happens before.</param>
internal sealed class ParentSettings(PlanContext context, IReadOnlySet<DeviceId> removed)
{
    private readonly List<DeviceChange> _changes = [];
    private readonly List<PlanFinding> _findings = [];
    private readonly HashSet<ParentAddress> _blocked = [];

    public IReadOnlyList<DeviceChange> Changes => _changes;

    public IReadOnlyList<PlanFinding> Findings => _findings;

    /// <summary>The parents whose settings cannot all be made: none of their sub devices is made on top of them.</summary>
    public IReadOnlySet<ParentAddress> Blocked => _blocked;

    public void Plan()
    {
        foreach (var desired in context.Desired.Parents.Where(parent => !parent.Devlink.IsEmpty && context.Options.Covers(parent.Address)))
        {
            if (context.FindParent(desired.Address) is { } parent)
            {
                Plan(desired, parent);
            }
        }
    }

    private void Plan(DesiredParent desired, ObservedParent parent)
    {
        if (parent.Devlink is not { } instance)
        {
            _blocked.Add(parent.Address);
            return;
        }

        var id = new ParentId(parent.Address);
        if (context.Pending(id) is { } operation)
        {
            Block(desired, parent, PendingOperation.Of(operation));
            return;
        }

        var settings = new ParamComparison(id, parent.Address, instance, context.Memory(id)).Compare(desired.Devlink.Params);
        var eswitch = Eswitch(desired, parent, instance, settings.Reloads, out var reason);
        foreach (var obstacle in settings.Obstacles)
        {
            Block(desired, parent, obstacle);
        }

        if (settings.Reloads && Foreign(parent) is { Count: > 0 } foreign)
        {
            Block(desired, parent, KeepsOthers(foreign, "a reload takes them away"));
            return;
        }

        if (settings.Actions.Count > 0 || eswitch is not null)
        {
            _changes.Add(Change(id, [.. settings.Reasons, .. reason is null ? Array.Empty<string>() : [reason]], [.. settings.Actions, .. eswitch is null ? [] : new PlanAction[] { eswitch }]));
        }
    }

    private SetEswitch? Eswitch(DesiredParent desired, ObservedParent parent, ObservedDevlink instance, bool reloads, out string? reason)
    {
        reason = null;
        if (desired.Devlink.Eswitch is not { } mode)
        {
            return null;
        }

        if (instance.Eswitch is null)
        {
            Block(desired, parent, Unreadable(instance));
            return null;
        }

        if (instance.Eswitch == mode)
        {
            // A reload may put it back to legacy.
            return reloads && mode != DevlinkEswitchMode.Legacy ? New(parent, mode, "the reload may put it back") : null;
        }

        reason = $"its eswitch is {DevlinkWord.Of(instance.Eswitch.Value)}, listed is {DevlinkWord.Of(mode)}";
        if (mode == DevlinkEswitchMode.Legacy && KeptByLegacy(desired, parent) is { } obstacle)
        {
            Block(desired, parent, obstacle);
            reason = null;
            return null;
        }

        return New(parent, mode, mode == DevlinkEswitchMode.Legacy ? reason + ", which deletes every subfunction" : reason);
    }

    private static SetEswitch New(ObservedParent parent, DevlinkEswitchMode mode, string reason) =>
        new() { Parent = parent.Address, Id = new ParentId(parent.Address), Mode = mode, Reason = reason };

    private Obstacle? KeptByLegacy(DesiredParent desired, ObservedParent parent)
    {
        var wanted = desired.SubDevices.Count(device => device is DesiredSubfunction);
        var kept = Staying(parent).ToList();
        return wanted > 0
            ? new(PlanningCodes.EswitchKeepsSubfunctions,
                $"its eswitch cannot become legacy, which deletes every subfunction, while {wanted} {(wanted == 1 ? "is" : "are")} listed",
                "take the subfunctions out of the document, or the mode")
            : kept.Count > 0 ? KeepsOthers(kept, "legacy mode deletes them")
            : null;
    }

    private IEnumerable<ObservedSubDevice> Staying(ObservedParent parent) => context.Observed.SubDevices
        .Where(device => device is ObservedSubfunction && device.Parent == parent.Address && !removed.Contains(device.Id));

    // Those of a document that is not in the input are as little to be lost as those that others made.
    private List<ObservedSubDevice> Foreign(ObservedParent parent) =>
        [.. Staying(parent).Where(device => context.Owner(device) is not { } entry || !context.Desired.Documents.Contains(entry.Document))];

    private static Obstacle KeepsOthers(List<ObservedSubDevice> kept, string why) => new(
        PlanningCodes.EswitchKeepsSubfunctions,
        $"its settings stay as they are, because {why}: {string.Join(", ", kept.Select(device => device.Id.Label))}",
        "they are not this document's to remove: delete them by hand, take them over with --adopt, or let --prune-removed remove those of documents that are gone");

    private static Obstacle Unreadable(ObservedDevlink instance) => new(
        PlanningCodes.NoEswitch,
        instance.EswitchProblem == "EOPNOTSUPP"
            ? $"{instance.Handle} has no embedded switch"
            : $"the mode of its eswitch cannot be read: {instance.EswitchProblem ?? "it is not shown"}",
        instance.EswitchProblem == "EPERM" ? "run as root" : null);

    private void Block(DesiredParent desired, ObservedParent parent, Obstacle obstacle)
    {
        if (!obstacle.IsNote)
        {
            _blocked.Add(parent.Address);
        }

        _findings.Add(ObstacleFinding.Of(obstacle, parent.Address, new ParentId(parent.Address), parent.Address.ToString(), desired.Span));
    }

    private static DeviceChange Change(ParentId id, string[] reasons, EquatableArray<PlanAction> actions) => new()
    {
        Kind = ChangeKind.Change,
        Parent = id.Address,
        Id = id,
        Reason = string.Join("; ", reasons),
        Actions = actions.Select(action => new PlannedAction(Stage.Settings, action)).ToEquatableArray(),
    };
}
