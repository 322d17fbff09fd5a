using MdevDesired.Applying;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Simulated;
using MdevDesired.Model.Subfunctions;

namespace MdevDesired.Simulation;

/// <summary>Why a simulated parent adds no subfunction.</summary>
internal static class SubfunctionRefusal
{
    /// <summary>The kernel's words where the eswitch is not in switchdev mode.</summary>
    public const string Legacy = "Subfunctions need the eswitch in switchdev mode";

    /// <summary>The error and the kernel's words, or null when it can be added.</summary>
    /// <param name="id">The one that is asked for.</param>
    /// <param name="parent">The parent's instance.</param>
    /// <param name="rules">How it behaves.</param>
    /// <param name="present">Those of the host.</param>
    public static (Errno Errno, string Words)? Of(
        SubfunctionId id, ObservedDevlink parent, SubfunctionRules rules, IReadOnlyCollection<SubfunctionId> present) =>
        !id.IsLocal && !rules.Controllers.Contains(id.Controller) ? (Errno.EOPNOTSUPP, "There is no such controller")
        : id.PfNumber != NumberOf(id.Parent) ? (Errno.EOPNOTSUPP, "This pfnum belongs to another PCI function")
        : parent.Eswitch != DevlinkEswitchMode.Switchdev ? (Errno.EOPNOTSUPP, Legacy)
        : present.Contains(id) ? (Errno.EEXIST, "This sfnum is in use")
        : rules.Maximum is { } maximum && present.Count(other => other.Parent == id.Parent) >= maximum ? (Errno.ENOSPC, "No subfunction is left")
        : null;

    // The function of a PCI device is the last digit of its name (Documentation/PCI); on other buses there is one.
    private static int NumberOf(DevlinkHandle parent) => parent.Bus == "pci" && char.IsAsciiDigit(parent.Name[^1]) ? parent.Name[^1] - '0' : 0;
}
