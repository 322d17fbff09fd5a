using MdevDesired.Model;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Planning.Devlink;

/// <summary>Compares the devlink instance of a sub device with what is listed for it.</summary>
internal static class InstanceComparison
{
    /// <param name="desired">What the document lists.</param>
    /// <param name="parent">The parent in whose lane it is mended.</param>
    /// <param name="instance">The sub device's own instance, or null when it has none.</param>
    /// <param name="memory">What the ledger remembers of it, or null.</param>
    public static InstanceDifference Compare(DesiredSubDevice desired, ParentAddress parent, ObservedDevlink? instance, LedgerDevlink? memory)
    {
        if (instance is null)
        {
            return desired.HasDevlink ? InstanceDifference.None with { Obstacles = [NoInstance()] } : InstanceDifference.None;
        }

        var settings = new ParamComparison(desired.Id, parent, instance, memory).Compare(desired.DevlinkParams);
        var ports = new PortComparison(desired.Id, parent, instance.Ports, settings.Reloads).Compare(desired.Ports);
        return new([.. settings.Reasons, .. ports.Reasons], [.. settings.Actions, .. ports.Actions], [.. settings.Obstacles, .. ports.Obstacles]);
    }

    /// <summary>The actions that bring an instance that is still to be made to what is listed: what it has by itself is not known.</summary>
    public static IEnumerable<PlanAction> SettingsOfNew(DesiredSubDevice desired, ParentAddress parent) =>
    [
        .. desired.DevlinkParams.Select(param => new SetParam
        {
            Parent = parent, Id = desired.Id, Name = param.Name, Value = param.Value, Cmode = param.Cmode, Reason = "is listed",
        }),
        .. desired.DevlinkParams.Any(MayNeedReload)
            ? [new ReloadDevlink { Parent = parent, Id = desired.Id, IsFresh = true, Reason = "where a param takes effect at a reload" }]
            : Array.Empty<PlanAction>(),
    ];

    /// <summary>The same for its ports.</summary>
    public static IEnumerable<PlanAction> PortsOfNew(DesiredSubDevice desired, ParentAddress parent) => desired.Ports.SelectMany(port => new PlanAction?[]
    {
        port.Type is { } type
            ? new SetPortType { Parent = parent, Id = desired.Id, Port = port.Selector, Type = type, IsFresh = true, Reason = "is the listed type" }
            : null,
        port.Netdev is { } name
            ? new RenameNetdev { Parent = parent, Id = desired.Id, Port = port.Selector, Netdev = name, Reason = "is the listed name" }
            : null,
    }).OfType<PlanAction>();

    private static bool MayNeedReload(DesiredDevlinkParam param) => param.Cmode is null or DevlinkParamCmode.Driverinit;

    private static Obstacle NoInstance() => new(
        PlanningCodes.NoInstance,
        "it has no devlink instance in this network namespace, so that its params and ports cannot be set",
        "an instance comes with a driver of the host, not with one for guests; one that was moved to another network namespace is in use there");
}
