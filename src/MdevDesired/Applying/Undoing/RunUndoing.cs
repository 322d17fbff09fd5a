using MdevDesired.Diagnostics;
using MdevDesired.Model;
using MdevDesired.Planning;

namespace MdevDesired.Applying.Undoing;

/// <summary>Undoes a run and says what became of each of its devices.</summary>
internal sealed class RunUndoing(
    IObserveHost observe, FormerHost host, LedgerKeeper keeper, Func<DeviceChange, DeviceActions> open, Func<DeviceChange, bool> mayDisrupt)
{
    /// <param name="report">What the run did.</param>
    /// <param name="begun">Its devices, the latest first.</param>
    /// <param name="interrupted">Whether somebody interrupted it.</param>
    public ApplyReport Undo(ApplyReport report, IEnumerable<DeviceRun> begun, bool interrupted)
    {
        var outcomes = report.Outcomes.ToDictionary(outcome => outcome.Change.Id);
        var devices = begun
            .Select(run => new DeviceUndoing(outcomes[run.Change.Id], run.Actions, host, keeper, open))
            .Where(device => device.IsBegun)
            .ToList();
        var problems = Problems(devices);
        devices.ForEach(device => outcomes[device.Id] = device.Conclude());
        return report with
        {
            IsRolledBack = true,
            WasInterrupted = interrupted,
            Outcomes = report.Outcomes.Select(outcome => Told(outcomes[outcome.Change.Id], interrupted)).ToEquatableArray(),
            Problems = [.. report.Problems, .. problems],
        };
    }

    private List<Diagnostic> Problems(List<DeviceUndoing> devices)
    {
        try
        {
            new Rollback(observe, host, mayDisrupt).Run(devices);
            var now = observe.Observe(host.Scope);
            return [.. devices.Where(device => device.IsOpen).SelectMany(device => Unlike(device, now))];
        }
        catch (KernelException refusal)
        {
            devices.ForEach(device => device.Refuse(refusal.Message));
            return [new(ApplyingCodes.NotRolledBack, Severity.Error, null, $"the run could not be rolled back: {refusal.Message}", ErrnoMeaning.Hint(refusal.Errno))];
        }
    }

    private IEnumerable<Diagnostic> Unlike(DeviceUndoing device, ObservedState now)
    {
        var differences = device.Id is ParentId parent
            ? Likeness.Differences(host.Instance(parent.Address), FormerHost.InstanceOf(now, parent.Address))
            : Likeness.Differences(device.Before, now.SubDevices.FirstOrDefault(each => each.Id == device.Id));
        return differences.ToList() is { Count: > 0 } list
            ? [new(ApplyingCodes.NotAsBefore, Severity.Warning, null, $"{device.Id} is not as it was before: {string.Join("; ", list)}", null)]
            : [];
    }

    // What was not begun because another device failed is as it was, too.
    private static DeviceOutcome Told(DeviceOutcome outcome, bool interrupted) => interrupted || outcome.Status != DeviceStatus.Interrupted
        ? outcome
        : outcome with { IsUndone = true, Status = DeviceStatus.RolledBack, Failure = "not begun, because the run is rolled back" };
}
