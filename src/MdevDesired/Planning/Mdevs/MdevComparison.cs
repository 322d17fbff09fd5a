using System.Collections.Immutable;
using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using MdevDesired.Planning.Attributes;
using MdevDesired.Planning.Devlink;

namespace MdevDesired.Planning.Mdevs;

/// <summary>Finds the smallest change that makes an existing mediated device the listed one.</summary>
internal sealed class MdevComparison(DesiredMdev desired, ObservedMdev observed, LedgerEntry? entry, LedgerDevlink? memory)
{
    private readonly ImmutableArray<AttributeDifference> _attributes =
        [.. new AttributeComparison(desired.Params, observed.Attributes, entry?.Written).Differences()];

    private readonly InstanceDifference _devlink = InstanceComparison.Compare(desired, observed.Parent, observed.Devlink, memory);

    // "As the kernel bound it" is what the ledger saw then: a device that has lost that driver gets it back.
    private DriverName? WantedDriver => desired.Driver.Name ?? (desired.Driver.Unbound ? null : observed.Driver ?? entry?.Driver);

    public static RemoveMdev Removal(ObservedMdev mdev, string reason) =>
        new() { Parent = mdev.Parent, Id = mdev.Id, Uuid = mdev.Uuid, Type = mdev.Type, Reason = reason };

    private bool DriverDiffers => WantedDriver != observed.Driver;

    // A device of this tool is known by its instance; one of others that is not known to be of the listed type is not as listed.
    public Comparison Compare() =>
        observed.Type is { } type && type != desired.Type ? Comparison.Replaced($"its type is {type}, listed is {desired.Type}")
        : observed.Type is null && entry is null ? new("its type is not known yet", Replace: false, [], [])
        : DriverDiffers ? new(Reason(DriverReason), Replace: false, Rebound(), Fallbacks())
        : _attributes.IsEmpty && _devlink.IsNone ? Comparison.Equal
        : new(Reason([.. _devlink.Reasons]), Replace: false, [.. _attributes.Select(Write), .. _devlink.Actions], Fallbacks()) { Obstacles = _devlink.Obstacles };

    private string? Reason(params string[] others) =>
        _attributes.Select(difference => difference.Reason).Concat(others).Distinct().ToList() is { Count: > 0 } reasons ? string.Join("; ", reasons) : null;

    private string DriverReason => (observed.Driver, WantedDriver) switch
    {
        (null, { } wanted) => $"it has no driver, {(desired.Driver.Name is null ? "had" : "listed is")} {wanted}",
        ({ } bound, null) => $"its driver is {bound}, listed is none",
        var (bound, wanted) => $"its driver is {bound}, listed is {wanted}",
    };

    // Attributes are written while the device is unbound: a driver may refuse them at any other time.
    private EquatableArray<PlanAction> Rebound() =>
    [
        .. observed.Driver is { } bound ? Unbind(bound, DriverDiffers ? DriverReason : "its driver refuses the change while bound") : [],
        .. _attributes.Select(Write),
        .. WantedDriver is { } wanted
            ? MdevCreation.Driven(desired, observed.Parent, wanted, DriverDiffers ? DriverReason : "was bound before")
            : [],
    ];

    private EquatableArray<Fallback> Fallbacks() =>
    [
        .. !DriverDiffers && observed.Driver is not null && !_attributes.IsEmpty
            ? [new Fallback(FallbackTrigger.AttributeBusy, Rebound())]
            : Array.Empty<Fallback>(),
        .. WantedDriver is not null && (DriverDiffers || !_attributes.IsEmpty) ? [new Fallback(FallbackTrigger.BindRefused, Recreated())] : Array.Empty<Fallback>(),
    ];

    private EquatableArray<PlanAction> Recreated()
    {
        const string reason = "this kernel binds no driver after creation";
        return
        [
            Removal(observed, reason),
            .. MdevCreation.Actions(desired with { Driver = Driver() }, observed.Parent, reason),
        ];
    }

    private DesiredDriver Driver() => WantedDriver is { } wanted ? DesiredDriver.Named(wanted) : desired.Driver;

    private PlanAction Write(AttributeDifference difference) =>
        MdevCreation.Write(desired, observed.Parent, difference.Write, difference.Reason);

    private IEnumerable<PlanAction> Unbind(DriverName bound, string reason) =>
        [new Unbind { Parent = observed.Parent, Id = observed.Id, Driver = bound, Reason = reason }];
}
