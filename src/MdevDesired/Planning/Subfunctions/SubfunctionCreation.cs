using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Planning.Devlink;

namespace MdevDesired.Planning.Subfunctions;

/// <summary>The actions that make a subfunction: its port, what is set while it is inactive, its activation, then what that brings.</summary>
internal static class SubfunctionCreation
{
    public static IEnumerable<PlanAction> Actions(DesiredSubfunction wanted, ParentAddress parent, string reason) =>
    [
        new AddSubfunction { Parent = parent, Id = wanted.Id, Subfunction = wanted.Subfunction, Reason = reason },
        .. Function(wanted, parent, wanted.Function, "is listed"),
        .. wanted.Representor is { } name
            ? [new RenameNetdev { Parent = parent, Id = wanted.Id, Netdev = name, Reason = "is the listed name" }]
            : Array.Empty<PlanAction>(),
        .. wanted.IsActive ? Activation(wanted, parent, "is listed as active") : [],
    ];

    /// <summary>What is set of its function, or nothing.</summary>
    public static IEnumerable<PlanAction> Function(DesiredSubfunction wanted, ParentAddress parent, DevlinkPortFunctionChange change, string reason) =>
        change.Attributes().Any()
            ? [new SetPortFunction { Parent = parent, Id = wanted.Id, Function = change with { State = null }, Reason = reason }]
            : [];

    /// <summary>Its activation, and all that must be set anew with each.</summary>
    public static IEnumerable<PlanAction> Activation(DesiredSubfunction wanted, ParentAddress parent, string reason) =>
    [
        new Activate { Parent = parent, Id = wanted.Id, Reason = reason },
        .. InstanceComparison.SettingsOfNew(wanted, parent),
        .. Driver(wanted, parent),
        .. InstanceComparison.PortsOfNew(wanted, parent),
    ];

    private static IEnumerable<PlanAction> Driver(DesiredSubfunction wanted, ParentAddress parent) =>
        wanted.Driver.Name is { } driver ? [new Bind { Parent = parent, Id = wanted.Id, Driver = driver, Reason = "is the listed driver" }]
        : wanted.Driver.Unbound ? [new Unbind { Parent = parent, Id = wanted.Id, Reason = "no driver is listed" }]
        : [];
}
