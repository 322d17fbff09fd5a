using MdevDesired.Model;

namespace MdevDesired.Planning;

/// <summary>What is done instead of the refused action and of all that follow it for the same device; tried once.</summary>
/// <param name="When">The refusal.</param>
/// <param name="Actions">In order.</param>
internal sealed record Fallback(FallbackTrigger When, EquatableArray<PlanAction> Actions);
