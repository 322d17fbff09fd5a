using MdevDesired.Model;

namespace MdevDesired.Planning.Mdevs;

/// <summary>Says what to do about a device that offers no mediated devices.</summary>
internal static class MdevAbsence
{
    public static string Hint(ObservedState host) => host.HasMdevBus
        ? "load or bind the driver that offers mediated devices for it"
        : "this kernel has no mdev bus now: load the driver that offers mediated devices";
}
