using MdevDesired.Diagnostics;

namespace MdevDesired.Saving;

/// <summary>A saved plan as it was read.</summary>
/// <param name="Plan">The plan, or null when something is wrong.</param>
/// <param name="Problem">What is wrong, or null.</param>
internal sealed record SavedPlanReading(SavedPlan? Plan, Diagnostic? Problem);
