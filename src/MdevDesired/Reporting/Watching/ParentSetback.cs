using MdevDesired.Model;

namespace MdevDesired.Reporting.Watching;

/// <summary>A parent on which something failed, and which is left alone for a while.</summary>
/// <param name="Parent">The parent.</param>
/// <param name="Failures">How many runs in a row failed on it.</param>
/// <param name="RetryAt">When it is tried again.</param>
internal sealed record ParentSetback(ParentAddress Parent, int Failures, DateTimeOffset RetryAt);
