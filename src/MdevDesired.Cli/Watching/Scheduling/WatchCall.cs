using MdevDesired.Reporting.Watching;

namespace MdevDesired.Cli.Watching.Scheduling;

/// <summary>Calls the service to its work.</summary>
/// <param name="Trigger">The gravest of what called.</param>
/// <param name="Moment">When.</param>
/// <param name="DocumentsMoment">When the documents were last heard to change, where that is new.</param>
/// <param name="DocumentsAreQuiet">False while they are being changed: then those that were read before hold.</param>
internal sealed record WatchCall(WatchTrigger Trigger, TimeSpan Moment, TimeSpan? DocumentsMoment, bool DocumentsAreQuiet);
