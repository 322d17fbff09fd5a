using MdevDesired.Applying;
using MdevDesired.Planning;
using MdevDesired.Rendering.Plans;
using MdevDesired.Rendering.Reports;
using Serilog;
using Serilog.Events;

namespace MdevDesired.Cli.Watching.Telling;

/// <summary>Writes a line to the log for each sub device that is finished.</summary>
internal sealed class LoggedProgress(ILogger log) : IApplyProgress
{
    public void Started(DeviceChange change)
    {
    }

    public void Finished(DeviceOutcome outcome) => log.Write(
        Level(outcome.Status),
        "{Parent:l} {Device:l}: {Outcome:l}{Details:l}",
        outcome.Change.Parent.ToString(),
        ChangeLook.Name(outcome.Change) ?? outcome.Change.Id.Label,
        OutcomeWords.Of(outcome),
        Details(outcome));

    public void RollingBack()
    {
    }

    private static LogEventLevel Level(DeviceStatus status) => status switch
    {
        DeviceStatus.Failed => LogEventLevel.Error,
        DeviceStatus.Pending => LogEventLevel.Warning,
        _ => LogEventLevel.Information,
    };

    private static string Details(DeviceOutcome outcome) =>
        (outcome.Failure is { } why ? $": {why}" : $": {outcome.Change.Reason}")
        + (outcome.Hint is { } hint ? $" (hint: {hint})" : "")
        + (outcome.CleanUp is { } cleanUp ? $"; clean-up: {cleanUp}" : "");
}
