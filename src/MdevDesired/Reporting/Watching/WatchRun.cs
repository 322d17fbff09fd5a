namespace MdevDesired.Reporting.Watching;

/// <summary>One look at the host, and what was done about it.</summary>
/// <param name="Trigger">What made the service look.</param>
/// <param name="Begun">When.</param>
/// <param name="Duration">How long it took, the wait for the lock included.</param>
internal sealed record WatchRun(WatchTrigger Trigger, DateTimeOffset Begun, TimeSpan Duration);
