using MdevDesired.Applying;
using MdevDesired.Planning;

namespace MdevDesired.Rendering.Reports;

/// <summary>The words for what became of devices and actions.</summary>
internal static class OutcomeWords
{
    /// <summary>In text: what was done, or that it was not.</summary>
    public static string Of(DeviceOutcome outcome) => outcome.Status switch
    {
        DeviceStatus.Failed => "failed",
        DeviceStatus.Pending => "pending",
        DeviceStatus.Interrupted => "interrupted",
        DeviceStatus.RolledBack => "rolled back",
        _ => Done(outcome.Change.Kind),
    };

    public static string Done(ChangeKind kind) => kind switch
    {
        ChangeKind.Create => "created",
        ChangeKind.Change => "changed",
        ChangeKind.Replace => "replaced",
        ChangeKind.Remove => "removed",
        _ => "adopted",
    };

    /// <summary>The status' name in documents.</summary>
    public static string Name(DeviceStatus status) => status switch
    {
        DeviceStatus.Applied => "applied",
        DeviceStatus.Failed => "failed",
        DeviceStatus.Pending => "pending",
        DeviceStatus.Interrupted => "interrupted",
        DeviceStatus.RolledBack => "rolled-back",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "no such status"),
    };

    /// <summary>The status' name in documents.</summary>
    public static string Name(ActionStatus status) => status switch
    {
        ActionStatus.Done => "done",
        ActionStatus.AlreadyDone => "already-done",
        ActionStatus.Refused => "refused",
        ActionStatus.FellBack => "fell-back",
        ActionStatus.Pending => "pending",
        ActionStatus.Skipped => "skipped",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "no such status"),
    };
}
