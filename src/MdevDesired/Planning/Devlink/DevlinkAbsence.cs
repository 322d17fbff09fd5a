using MdevDesired.Model;

namespace MdevDesired.Planning.Devlink;

/// <summary>Says why a parent's devlink settings and subfunctions cannot be had.</summary>
internal static class DevlinkAbsence
{
    public static string Of(ParentAddress parent, ObservedState host) => host.HasDevlink
        ? $"{parent} has no devlink instance in this network namespace"
        : $"this kernel has no devlink, so {parent} has no params, ports and subfunctions";

    public static string Hint(ObservedState host) => host.HasDevlink
        ? "bind the driver that provides one; \"devlink dev show\" lists those that there are"
        : "it needs a kernel with CONFIG_NET_DEVLINK, which a driver with devlink support selects";
}
