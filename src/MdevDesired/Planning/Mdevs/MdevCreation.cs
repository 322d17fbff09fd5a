using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using MdevDesired.Planning.Devlink;

namespace MdevDesired.Planning.Mdevs;

/// <summary>The actions that make a mediated device: create, then its params while nothing uses it, then its driver and what that makes.</summary>
internal static class MdevCreation
{
    public static IEnumerable<PlanAction> Actions(DesiredMdev mdev, ParentAddress parent, string reason) =>
    [
        new CreateMdev { Parent = parent, Id = mdev.Id, Uuid = mdev.Uuid, Type = mdev.Type, Reason = reason },
        .. mdev.Driver.Unbound ? Unbind(mdev, parent) : [],
        .. mdev.Params.Select(value => Write(mdev, parent, value, "is a creation param")),
        .. mdev.Driver.Name is { } driver ? Driven(mdev, parent, driver, "is the listed driver") : Settings(mdev, parent),
    ];

    public static WriteAttribute Write(DesiredMdev mdev, ParentAddress parent, AttributeValue value, string reason) =>
        new() { Parent = parent, Id = mdev.Id, Attribute = value.Name, Value = value.Value, Reason = reason };

    /// <summary>Its driver, and what that driver's devlink instance shall have.</summary>
    public static IEnumerable<PlanAction> Driven(DesiredMdev mdev, ParentAddress parent, DriverName driver, string reason) =>
        [new Bind { Parent = parent, Id = mdev.Id, Driver = driver, Reason = reason }, .. Settings(mdev, parent)];

    /// <summary>How a new device whose attributes are refused while the kernel's own driver is attached is finished all the same.</summary>
    public static EquatableArray<Fallback> Fallbacks(DesiredMdev mdev, ParentAddress parent)
    {
        if (mdev.Params.Count == 0 || mdev.Driver.Name is not { } driver)
        {
            return [];
        }

        return
        [
            new(FallbackTrigger.AttributeBusy,
            [
                .. Unbind(mdev, parent),
                .. mdev.Params.Select(value => Write(mdev, parent, value, "is a creation param")),
                .. Driven(mdev, parent, driver, "is the listed driver"),
            ]),
        ];
    }

    private static IEnumerable<PlanAction> Settings(DesiredMdev mdev, ParentAddress parent) =>
        [.. InstanceComparison.SettingsOfNew(mdev, parent), .. InstanceComparison.PortsOfNew(mdev, parent)];

    private static IEnumerable<PlanAction> Unbind(DesiredMdev mdev, ParentAddress parent) =>
        [new Unbind { Parent = parent, Id = mdev.Id, Reason = "the kernel may attach a driver at creation" }];
}
