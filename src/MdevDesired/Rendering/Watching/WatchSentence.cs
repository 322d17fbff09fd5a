using MdevDesired.Diagnostics;
using MdevDesired.Rendering.Pages;
using MdevDesired.Rendering.Statuses;
using MdevDesired.Rendering.Validation;
using MdevDesired.Reporting.Watching;

namespace MdevDesired.Rendering.Watching;

/// <summary>How the service stands, in one line: what <c>systemctl status</c> shows.</summary>
internal static class WatchSentence
{
    public static string Of(WatchStatus status) => UserText.Escape(status.Condition switch
    {
        WatchCondition.Starting => "Starting.",
        WatchCondition.InvalidInput => $"The documents have {DiagnosticText.Count(status.Problems)}; nothing is changed until they are mended: {Worst(status)}",
        WatchCondition.Locked => $"Another run works on this host; it is waited for: {Worst(status)}",
        WatchCondition.Failed => $"The host cannot be kept: {Worst(status)}",
        WatchCondition.Stopped => "Stopped; the devices stay as they are.",
        _ => $"{(status.ObserveOnly ? "Observing only. " : "")}{(status.Devices is { } devices ? StatusSummary.Of(devices) : "")}{Setbacks(status)}",
    });

    private static Diagnostic? Worst(WatchStatus status) => status.Problems.MaxBy(problem => problem.Severity == Severity.Error);

    private static string Setbacks(WatchStatus status) => status.Setbacks.Count == 0
        ? ""
        : $" {Quantity.Of(status.Setbacks.Count, "parent")} failed and {(status.Setbacks.Count == 1 ? "is" : "are")} tried again later: "
            + $"{string.Join(", ", status.Setbacks.Select(setback => setback.Parent))}.";
}
