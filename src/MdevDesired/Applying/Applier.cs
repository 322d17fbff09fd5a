using System.Collections.Concurrent;
using MdevDesired.Applying.Undoing;
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
    private readonly ConcurrentStack<DeviceRun> _begun = [];

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
        var before = options.Rollback && !plan.IsEmpty ? FormerHost.Of(observe, desired, keeper.Ledger) : null;
        if (Begin(keeper, plan) is { } problem)
        {
            return new() { Plan = plan, Outcomes = [], Remaining = plan, Problems = [problem] };
        }

        if (plan.IsEmpty)
        {
            return new() { Plan = plan, Outcomes = [] };
        }

        var report = new ApplyReport { Plan = plan, Outcomes = [] };
        try
        {
            using var stopped = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
            new WorkQueue(WorkGraph.Of(plan), item => Run(item, runs, outcomes, stopped)).Run(options.Parallelism);
            report = report with { Outcomes = outcomes.OfType<DeviceOutcome>().ToEquatableArray() };
            if (before is not null && report.Outcomes.Any(outcome => outcome.Status != DeviceStatus.Applied))
            {
                Tell(progress.RollingBack);
                var undoing = new RunUndoing(observe, before, keeper, change => New(change, keeper), change => DeviceUse.MayBeDisturbed(change, options.Plan, desired.Find));
                report = undoing.Undo(report, _begun, interrupted.IsCancellationRequested);
            }
        }
        finally
        {
            keeper.End();
        }

        return Verified(report, desired, keeper);
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
    private ApplyReport Verified(ApplyReport report, DesiredState desired, LedgerKeeper keeper)
    {
        report = report with { Problems = [.. report.Problems, .. keeper.Problem is { } late ? [late] : Array.Empty<Diagnostic>()] };
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

    private void Run(WorkItem item, List<DeviceRun> runs, DeviceOutcome?[] outcomes, CancellationTokenSource stopped)
    {
        if (item.Change is not { } index)
        {
            return;
        }

        var run = runs[index];
        if (run.BeginsWith(item.Stage))
        {
            _begun.Push(run);
            Tell(() => progress.Started(run.Change));
        }

        if (run.Change.Kind == ChangeKind.Create && _failedParents.ContainsKey(run.Change.Parent))
        {
            run.LeaveOut($"not begun, because the settings of {run.Change.Parent} failed");
        }

        run.Run(item.Stage, stopped.Token);
        if (options.Rollback && run.IsStopped)
        {
            stopped.Cancel();
        }

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
