using MdevDesired.Model;
using MdevDesired.Planning;

namespace MdevDesired.Applying;

/// <summary>A look at a host, and the plan that it gives.</summary>
internal sealed record HostAssessment(Ledger Ledger, ObservedState Observed, Plan Plan)
{
    /// <summary>
    /// Looks and plans. Holders are looked for only where the plan would take devices away, because it means a walk through every
    /// process and network interface; with them the plan is made anew.
    /// </summary>
    public static HostAssessment Of(IObserveHost host, DesiredState desired, Ledger ledger, PlanOptions options)
    {
        var observed = host.Observe(PlanScope.Of(desired, ledger)) with { Pending = ledger.Pending.Where(operation => host.Runs(operation.Waiter)).ToEquatableArray() };
        var plan = Planner.Plan(desired, observed, ledger, options);
        var disrupted = plan.Changes.Where(DeviceUse.IsConcerned).SelectMany(change => Disrupted(change, observed)).Distinct().ToList();
        if (disrupted.Count == 0 || host.FindHolders(observed, disrupted) is var found && found == HolderSearch.Nobody)
        {
            return new(ledger, observed, plan);
        }

        observed = observed with { Holders = found.Holders, SawEveryProcess = found.SawEveryProcess };
        return new(ledger, observed, Planner.Plan(desired, observed, ledger, options));
    }

    // What happens to a parent happens to all that stands on it.
    private static IEnumerable<DeviceId> Disrupted(DeviceChange change, ObservedState observed) => change.Id is ParentId parent
        ? observed.SubDevices.Where(device => device.Parent == parent.Address).Select(device => device.Id).Append(change.Id)
        : [change.Id];
}
