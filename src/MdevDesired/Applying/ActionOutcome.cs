using MdevDesired.Planning;

namespace MdevDesired.Applying;

/// <summary>What became of one action.</summary>
/// <param name="Action">The action of the plan, of a fallback, or the removal of a half-made device.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Error">The kernel's refusal, when it refused.</param>
internal sealed record ActionOutcome(PlanAction Action, ActionStatus Status, KernelException? Error = null);
