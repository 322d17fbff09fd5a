using System.Collections.Concurrent;
using MdevDesired.Diagnostics;
using MdevDesired.Model;
using MdevDesired.Planning;
using MdevDesired.Planning.Devlink;

namespace MdevDesired.Applying;

/// <summary>Runs a plan against a host, then looks again whether the host is as desired.</summary>
internal sealed class Applier(
    IObserveHost observe, IOperateHost operate, ILedgerStore store, IApplyProgress progress, ApplyOptions options)
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<ParentAddress, bool> _failedParents = [];

    /// <summary>Applies a plan. The kernel's refusals fail their device and stand in the report.</summary>
    /// <param name="desired">What the plan was made for.</param>
    /// <param name="assessment">The plan, and what it was made from; one that is refused is not run.</param>
    /// <param name="interrupted">Heeded between devices.</param>
    public ApplyReport Apply(DesiredState desired, HostAssessment assessment, CancellationToken interrupted)
    {
        var plan = assessment.Plan;
        if (plan.IsRefused)
        {
            return new() { Plan = plan, Outcomes = [] };
        }

        var keeper = new LedgerKeeper(store, assessment.Ledger, assessment.Observed, plan.Changes.Count);
        var outcomes = new DeviceOutcome?[plan.Changes.Count];
        var runs = plan.Changes.Select(change => new DeviceRun(change, New(change, keeper), options)).ToList();
        if (Begin(keeper, plan) is { } problem)
        {
            return new() { Plan = plan, Outcomes = [], Remaining = plan, Problems = [problem] };
        }

        if (plan.IsEmpty)
        {
            return new() { Plan = plan, Outcomes = [] };
        }

        try
        {
            new WorkQueue(WorkGraph.Of(plan), item => Run(item, runs, outcomes, interrupted)).Run(options.Parallelism);
        }
        finally
        {
            keeper.End();
        }

        return Verified(plan, outcomes, desired, keeper);
    }

    private DeviceActions New(DeviceChange change, LedgerKeeper keeper)
    {
        var memory = new DevlinkEntry(change.Id, keeper);
        return new(change, observe, operate, new(change, keeper), new(change.Id, observe, operate, memory), memory);
    }

    private static Diagnostic? Begin(LedgerKeeper keeper, Plan plan)
    {
        try
        {
            keeper.Begin(plan.Changes
                .Where(change => change.Actions.Any(planned => planned.Action is CreateSubDevice))
                .Select(change => Intent.For(change.Desired!, change.Parent)),
                plan.Changes.Where(change => change.Actions.Any(planned => planned.Action is ReloadDevlink)).Select(change => change.Id));
            return null;
        }
        catch (KernelException refusal)
        {
            return new(ApplyingCodes.LedgerNotWritten, Severity.Error, null,
                $"nothing was changed, because the ledger could not be written: {refusal.Message}",
                ErrnoMeaning.Hint(refusal.Errno));
        }
    }

    // What was done must be told also where the host can no longer be looked at.
    private ApplyReport Verified(Plan plan, DeviceOutcome?[] outcomes, DesiredState desired, LedgerKeeper keeper)
    {
        var report = new ApplyReport
        {
            Plan = plan,
            Outcomes = outcomes.OfType<DeviceOutcome>().ToEquatableArray(),
            Problems = keeper.Problem is { } late ? [late] : [],
        };
        try
        {
            var assessment = HostAssessment.Of(observe, desired, keeper.Ledger, options.Plan);
            keeper.Reconcile(assessment.Observed);
            return report with { Remaining = assessment.Plan };
        }
        catch (KernelException refusal)
        {
            return report with { Problems = [.. report.Problems, NotVerified(refusal)] };
        }
    }

    private static Diagnostic NotVerified(KernelException refusal) => new(ApplyingCodes.NotVerified, Severity.Error, null,
        $"the host could not be looked at again: {refusal.Message}", ErrnoMeaning.Hint(refusal.Errno));

    private void Run(WorkItem item, List<DeviceRun> runs, DeviceOutcome?[] outcomes, CancellationToken interrupted)
    {
        if (item.Change is not { } index)
        {
            return;
        }

        var run = runs[index];
        if (run.BeginsWith(item.Stage))
        {
            Tell(() => progress.Started(run.Change));
        }

        if (run.Change.Kind == ChangeKind.Create && _failedParents.ContainsKey(run.Change.Parent))
        {
            run.LeaveOut($"not begun, because the settings of {run.Change.Parent} failed");
        }

        run.Run(item.Stage, interrupted.IsCancellationRequested);
        if (run.EndsWith(item.Stage))
        {
            var outcome = outcomes[index] = run.End();
            if (outcome is { Status: DeviceStatus.Failed or DeviceStatus.Pending, Change.Id: ParentId parent })
            {
                _failedParents[parent.Address] = true;
            }

            Tell(() => progress.Finished(outcome));
        }
    }

    private void Tell(Action tell)
    {
        lock (_gate)
        {
            tell();
        }
    }
}
