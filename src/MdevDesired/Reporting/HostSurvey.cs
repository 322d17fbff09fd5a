using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Planning;

namespace MdevDesired.Reporting;

/// <summary>A look at a host for its status: closer than a plan needs, because what nobody lists counts too.</summary>
internal static class HostSurvey
{
    /// <summary>Looks at every sub device and for whoever holds it open, and plans.</summary>
    public static HostAssessment Of(IObserveHost host, DesiredState desired, Ledger ledger, PlanOptions options)
    {
        var observed = host.Observe(Scope(desired, ledger)) with
        {
            Pending = ledger.Pending.Where(operation => host.Runs(operation.Waiter)).ToEquatableArray(),
        };
        var devices = observed.SubDevices.Where(device => options.Covers(device.Parent)).Select(device => device.Id).ToHashSet();
        var found = devices.Count == 0 ? HolderSearch.Nobody : host.FindHolders(observed, devices);
        observed = observed with { Holders = found.Holders, SawEveryProcess = found.SawEveryProcess };
        return new(ledger, observed, Planner.Plan(desired, observed, ledger, options));
    }

    private static ObservationScope Scope(DesiredState desired, Ledger ledger)
    {
        var scope = PlanScope.Of(desired, ledger);
        return scope with { Devlink = scope.Devlink with { Subfunctions = true } };
    }
}
