using MdevDesired.Model;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Planning.Devlink;
using MdevDesired.Planning.Subfunctions;

namespace MdevDesired.Planning;

/// <summary>Says what of a device its users can lose by a change.</summary>
internal static class DeviceUse
{
    /// <summary>Whether it must be known who uses the device before the change is made.</summary>
    public static bool IsConcerned(DeviceChange change) =>
        change.MayDisrupt || (change.Kind == ChangeKind.Change && change.AllActions.Any(action => action is RenameNetdev));

    /// <summary>Whether the representor of a subfunction goes, or loses what it represents.</summary>
    public static bool EndsRepresentor(DeviceChange change) =>
        change.Id is ParentId || change.AllActions.Any(action => action is Deactivate or RemoveSubfunction);

    /// <summary>
    /// Whether the operator or the document allows that whoever uses the device loses it. A device that moves is taken from one parent
    /// and made on another: both must allow it.
    /// </summary>
    public static bool MayBeDisturbed(DeviceChange change, PlanOptions options, Func<ParentAddress, DesiredParent?> find) => options.AllowDisruption
        || change.AllActions.Select(action => action.Parent).Distinct().All(parent => find(parent) is { AllowsDisruption: true });

    /// <summary>The network interface that shall have another name, or null when the host does not show it.</summary>
    public static string? Netdev(RenameNetdev rename, ObservedSubDevice? device) => rename.Port is { } port
        ? device?.Devlink is { } instance ? port.Find(instance.Ports)?.Netdev : null
        : (device as ObservedSubfunction)?.Port.Netdev;
}
