using MdevDesired.Diagnostics;
using MdevDesired.Model;

namespace MdevDesired.Planning;

/// <summary>What the planner has to say beside its actions.</summary>
/// <param name="Effect">What it means for the run.</param>
/// <param name="Parent">The parent concerned, or null.</param>
/// <param name="Id">The sub device concerned, or null.</param>
/// <param name="Diagnostic">The words, and the place in the input.</param>
internal sealed record PlanFinding(FindingEffect Effect, ParentAddress? Parent, DeviceId? Id, Diagnostic Diagnostic);
