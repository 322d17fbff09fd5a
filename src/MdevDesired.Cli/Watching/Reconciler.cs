using MdevDesired.Applying;
using MdevDesired.Cli.Hosts;
using MdevDesired.Cli.Watching.Scheduling;
using MdevDesired.Model;

namespace MdevDesired.Cli.Watching;

/// <summary>Brings the host to what the documents say, as far as it may now, and looks at it again.</summary>
internal sealed class Reconciler(WatchOptions options, Setbacks setbacks, Pulse pulse, Func<TimeSpan> now)
{
    // Longer than any operation of the kernel's is waited for.
    private static readonly TimeSpan LongestOperation = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(2);

    /// <param name="host">The host.</param>
    /// <param name="desired">What the documents say.</param>
    /// <param name="mayRemove">Whether they have rested.</param>
    /// <param name="progress">Hears what is done while it is done.</param>
    /// <param name="stop">Heeded between devices.</param>
    /// <exception cref="KernelException">The host could not be looked at.</exception>
    /// <exception cref="Linux.State.HostLockedException">Another run has the lock.</exception>
    public Reconciliation Reconcile(HostPorts host, DesiredState desired, bool mayRemove, IApplyProgress progress, CancellationToken stop)
    {
        pulse.Beat(options.LockTimeout + Usual);
        using var held = options.ObserveOnly ? null : host.Lock(options.LockTimeout, stop);
        pulse.Beat(Usual);
        var look = Look(host, desired);
        return options.ObserveOnly ? look : Apply(host, desired, look, mayRemove, progress, stop);
    }

    private Reconciliation Apply(
        HostPorts host, DesiredState desired, Reconciliation look, bool mayRemove, IApplyProgress progress, CancellationToken stop)
    {
        var leftAlone = setbacks.Holding(desired, look.Assessment, look.Looked);
        var restraint = Restraint.Of(look.Assessment, desired, options.Plan, leftAlone, mayRemove);
        var operate = host.Operate(options.Timeout);
        using var worker = operate as IDisposable;
        var report = Run(host, operate, desired, restraint, progress, stop);
        var after = report.Plan.IsEmpty ? look : Look(host, desired);
        setbacks.Take(report, [.. restraint.Options.LeftOut], desired, after.Assessment, now());
        return after with { Report = report, Rests = restraint.Rests, Problems = [.. after.Problems, .. report.Problems] };
    }

    private ApplyReport Run(
        HostPorts host, IOperateHost operate, DesiredState desired, Restraint restraint, IApplyProgress progress, CancellationToken stop)
    {
        var beating = new BeatingOperations(operate, pulse, (options.Timeout ?? LongestOperation) + Usual);
        return new Applier(host.Observe, beating, host.Store, progress, new() { Plan = restraint.Options }).Apply(desired, restraint.Assessment, stop);
    }

    private Reconciliation Look(HostPorts host, DesiredState desired)
    {
        pulse.Beat(Usual);
        var looked = now();
        var reading = host.Store.Load();
        return new()
        {
            Assessment = HostAssessment.Of(host.Observe, desired, reading.Ledger, options.Plan),
            Looked = looked,
            Problems = reading.Problem is { } problem ? [problem] : [],
        };
    }
}
