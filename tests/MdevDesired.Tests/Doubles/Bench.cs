using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Planning;
using MdevDesired.Simulation;

namespace MdevDesired.Tests.Doubles;

/// <summary>A simulated host on which plans are made and applied as the command line does.</summary>
internal sealed class Bench(HostSnapshot snapshot)
{
    public SimulatedHost Host { get; } = new(snapshot);

    public PlanOptions Options { get; init; } = PlanOptions.Default;

    public bool KeepFailed { get; init; }

    public bool Rollback { get; init; }

    /// <summary>1 makes the order of a run that of its plan.</summary>
    public int Parallelism { get; init; } = 1;

    public Func<PlanAction, Errno?> Fault { get; set; } = _ => null;

    public IOperateHost? Operations { get; set; }

    /// <summary>How the host is seen; null is as it is.</summary>
    public IObserveHost? Observe { get; set; }

    public ILedgerStore? Store { get; set; }

    public ObservedState Observed => Host.Snapshot.Observed;

    public Ledger Ledger => Host.Snapshot.Ledger;

    public Plan Plan(DesiredState desired) =>
        HostAssessment.Of(Observe ?? Host, desired, Ledger, Options).Plan;

    public ApplyReport Apply(DesiredState desired, CancellationToken interrupted = default)
    {
        var assessment = HostAssessment.Of(Observe ?? Host, desired, Ledger, Options);
        var options = new ApplyOptions { Parallelism = Parallelism, KeepFailed = KeepFailed, Rollback = Rollback, Plan = Options };
        var operations = new FaultyOperations(Operations ?? Host, action => Fault(action));
        return new Applier(Observe ?? Host, operations, Store ?? Host, new SilentProgress(), options).Apply(desired, assessment, interrupted);
    }

    /// <summary>The devices in a few words: an mdev's number, parent, type and driver, a subfunction's label, state and driver.</summary>
    public IReadOnlyList<string> Devices() => [.. Observed.SubDevices.Select(Words)];

    private static string Words(ObservedSubDevice device) => device switch
    {
        ObservedMdev mdev => $"{mdev.Uuid.ToString()[..8].TrimStart('0')} {mdev.Parent} {mdev.Type} {Driver(mdev)}",
        ObservedSubfunction subfunction => $"{subfunction.Subfunction.Label} {subfunction.Port.Function!.State} {Driver(subfunction)}",
        _ => throw new ArgumentOutOfRangeException(nameof(device), device, "no such kind"),
    };

    private static string Driver(ObservedSubDevice device) => device.Driver?.ToString() ?? "-";
}
