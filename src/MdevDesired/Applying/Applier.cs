using MdevDesired.Diagnostics;
using MdevDesired.Model;
using MdevDesired.Planning;

namespace MdevDesired.Applying;

/// <summary>Runs a plan against a host, then looks again whether the host is as desired.</summary>
internal sealed class Applier(
    IObserveHost observe, IOperateHost operate, ILedgerStore store, IApplyProgress progress, ApplyOptions options)
{
    private readonly Lock _gate = new();

    /// <summary>Applies a plan. The kernel's refusals fail their device and stand in the report.</summary>
    /// <param name="desired">What the plan was made for.</param>
    /// <param name="assessment">The plan, and what it was made from; one that is refused is not run.</param>
    /// <param name="interrupted">Heeded between devices.</param>
    public ApplyReport Apply(DesiredState desired, HostAssessment assessment, CancellationToken interrupted)
    {
        var plan = assessment.Plan;
        if (plan.IsEmpty || plan.IsRefused)
        {
            return new() { Plan = plan, Outcomes = [] };
        }

        var keeper = new LedgerKeeper(store, assessment.Ledger, plan.Changes.Count);
        var outcomes = new DeviceOutcome?[plan.Changes.Count];
        var runs = plan.Changes.Select(change => new DeviceRun(change, new(change, observe, operate, keeper), options)).ToList();
        if (Begin(keeper, assessment) is { } problem)
        {
            return new() { Plan = plan, Outcomes = [], Remaining = plan, Problems = [problem] };
        }

        new WorkQueue(WorkGraph.Of(plan), item => Run(item, runs, outcomes, interrupted)).Run(options.Parallelism);
        keeper.End();
        return new()
        {
            Plan = plan,
            Outcomes = outcomes.OfType<DeviceOutcome>().ToEquatableArray(),
            Remaining = Verify(desired, keeper.Ledger),
            Problems = keeper.Problem is { } late ? [late] : [],
        };
    }

    private static Diagnostic? Begin(LedgerKeeper keeper, HostAssessment assessment)
    {
        var present = assessment.Observed.SubDevices.Select(device => device.Id).ToHashSet();
        var intents = assessment.Plan.Changes
            .Where(change => change.Actions.Any(planned => planned.Action is CreateSubDevice))
            .Select(change => Intent.For(change.Desired!, change.Parent));
        try
        {
            keeper.Begin(intents, assessment.Ledger.Entries.Select(entry => entry.Id).Where(id => !present.Contains(id)));
            return null;
        }
        catch (KernelException refusal)
        {
            return new(ApplyingCodes.LedgerNotWritten, Severity.Error, null,
                $"nothing was changed, because the ledger could not be written: {refusal.Message}",
                ErrnoMeaning.Hint(refusal.Errno));
        }
    }

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

        run.Run(item.Stage, interrupted.IsCancellationRequested);
        if (run.EndsWith(item.Stage))
        {
            var outcome = outcomes[index] = run.End();
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

    private Plan Verify(DesiredState desired, Ledger ledger) =>
        HostAssessment.Of(observe, desired, ledger, options.Plan).Plan;
}
