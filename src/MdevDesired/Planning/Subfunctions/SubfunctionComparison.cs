using System.Collections.Immutable;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Planning.Devlink;

namespace MdevDesired.Planning.Subfunctions;

/// <summary>Finds the smallest change that makes an existing subfunction the listed one.</summary>
internal sealed class SubfunctionComparison(
    DesiredSubfunction desired, ObservedSubfunction observed, LedgerEntry? entry, LedgerDevlink? memory)
{
    private readonly ImmutableArray<(string Reason, DevlinkPortFunctionChange Change)> _function =
        [.. FunctionComparison.Differences(desired.Function, observed.Port.Function, entry?.Written)];

    private bool WasActive => observed.Port.Function?.State == DevlinkFunctionState.Active;

    private bool WasActiveHere => WasActive && desired.Subfunction.IsLocal;

    // Its device has not come, or is still being taken up: a run was killed while it waited for that.
    private bool IsHalfActive => WasActiveHere
        && observed.Port.Function?.Opstate == DevlinkFunctionOpstate.Detached
        && (observed.AuxiliaryDevice is null || observed.Driver is not null);

    // Somebody unbound it, and nothing says from which driver: activated anew it gets the one that the kernel chooses.
    private bool HasLostDriver => WasActiveHere
        && observed is { AuxiliaryDevice: not null, Driver: null }
        && !desired.Driver.Unbound
        && WantedDriver is null;

    private DriverName? WantedDriver => desired.Driver.Name ?? (desired.Driver.Unbound ? null : observed.Driver ?? entry?.Driver);

    public Comparison Compare()
    {
        var name = Representor(out var obstacle);
        var settled = Settled();
        var reasons = _function.Select(difference => difference.Reason).Concat(StateReasons()).Concat(name).Concat(settled.Reasons).ToList();
        return new(reasons.Count == 0 ? null : string.Join("; ", reasons), Replace: false, [.. Actions(name), .. settled.Actions], [])
        {
            Obstacles = [.. settled.Obstacles, .. obstacle is null ? Array.Empty<Obstacle>() : [obstacle]],
        };
    }

    private IEnumerable<string> StateReasons() =>
        WasActive != desired.IsActive ? [$"it is {(WasActive ? "active" : "inactive")}, listed is {(desired.IsActive ? "active" : "inactive")}"]
        : IsHalfActive ? ["it is active and not attached yet"]
        : HasLostDriver ? ["it has no driver"]
        : [];

    private string[] Representor(out Obstacle? obstacle)
    {
        obstacle = null;
        return desired.Representor is { } name && NetdevComparison.Compare(observed.Port, "the representor", name, out obstacle) is { } reason ? [reason] : [];
    }

    // A function takes its attributes up when it is activated, and some drivers refuse them while it is.
    private IEnumerable<PlanAction> Actions(string[] name)
    {
        var change = _function.Aggregate(new DevlinkPortFunctionChange(), (all, difference) => Merged(all, difference.Change));
        return
        [
            .. WasActive && (_function.Length > 0 || !desired.IsActive || HasLostDriver) ? [New(StateOr("its function changes"))] : Array.Empty<PlanAction>(),
            .. SubfunctionCreation.Function(desired, observed.Parent, change, string.Join("; ", _function.Select(difference => difference.Reason))),
            .. name.Select(reason => new RenameNetdev { Parent = observed.Parent, Id = desired.Id, Netdev = desired.Representor!, Reason = reason }),
            .. IsActivated ? SubfunctionCreation.Activation(desired, observed.Parent, StateOr("was active before")) : [],
        ];
    }

    private bool IsActivated => desired.IsActive && (_function.Length > 0 || !WasActive || IsHalfActive || HasLostDriver);

    private Deactivate New(string reason) => new() { Parent = observed.Parent, Id = desired.Id, Reason = reason };

    private string StateOr(string otherwise) => StateReasons().FirstOrDefault() ?? otherwise;

    // What its driver makes of it is compared where that stays and is shown: an activation makes it anew.
    private InstanceDifference Settled()
    {
        if (!desired.IsActive || IsActivated || !desired.Subfunction.IsLocal)
        {
            return InstanceDifference.None;
        }

        var driver = Driver();
        return driver.Actions.Count > 0
            ? driver
            : observed.IsElsewhere || (observed.Driver is null && desired.Driver.Unbound) ? InstanceDifference.None
            : InstanceComparison.Compare(desired, observed.Parent, observed.Devlink, memory);
    }

    private InstanceDifference Driver()
    {
        if (WantedDriver == observed.Driver)
        {
            return InstanceDifference.None;
        }

        var reason = DriverReason();
        return new(
            [reason],
            [
                .. observed.Driver is { } bound ? [new Unbind { Parent = observed.Parent, Id = desired.Id, Driver = bound, Reason = reason }] : Array.Empty<PlanAction>(),
                .. WantedDriver is { } wanted
                    ? [
                        new Bind { Parent = observed.Parent, Id = desired.Id, Driver = wanted, Reason = reason },
                        .. InstanceComparison.SettingsOfNew(desired, observed.Parent),
                        .. InstanceComparison.PortsOfNew(desired, observed.Parent),
                    ]
                    : Array.Empty<PlanAction>(),
            ],
            []);
    }

    private string DriverReason() => (observed.Driver, WantedDriver) switch
    {
        (null, { } wanted) => $"it has no driver, {(desired.Driver.Name is null ? "had" : "listed is")} {wanted}",
        ({ } bound, null) => $"its driver is {bound}, listed is none",
        var (bound, wanted) => $"its driver is {bound}, listed is {wanted}",
    };

    private static DevlinkPortFunctionChange Merged(DevlinkPortFunctionChange all, DevlinkPortFunctionChange one) => new()
    {
        HwAddr = one.HwAddr ?? all.HwAddr,
        Roce = one.Roce ?? all.Roce,
        Migratable = one.Migratable ?? all.Migratable,
        MaxIoEqs = one.MaxIoEqs ?? all.MaxIoEqs,
    };
}
