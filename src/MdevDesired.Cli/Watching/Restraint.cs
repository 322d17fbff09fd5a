using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Planning;

namespace MdevDesired.Cli.Watching;

/// <summary>
/// What the service may do now of all that there is to do: parents that failed lately are left alone, those where something would be
/// removed wait until the documents have rested, and one whose plan is refused keeps no other from its own.
/// </summary>
internal sealed record Restraint
{
    /// <summary>The host with the plan of what may be done.</summary>
    public required HostAssessment Assessment { get; init; }

    public required PlanOptions Options { get; init; }

    /// <summary>Whether a parent waits for the documents to rest.</summary>
    public required bool Rests { get; init; }

    /// <param name="whole">The host with the plan of all that there is to do.</param>
    /// <param name="desired">What it was made for.</param>
    /// <param name="options">What the user asked of the plan.</param>
    /// <param name="held">The parents that failed lately.</param>
    /// <param name="mayRemove">Whether the documents have rested.</param>
    public static Restraint Of(HostAssessment whole, DesiredState desired, PlanOptions options, IReadOnlyCollection<ParentAddress> held, bool mayRemove)
    {
        var resting = mayRemove ? [] : whole.Plan.Changes.Where(Removes).SelectMany(Parents).Distinct().Except(held).ToList();
        var (leftOut, assessment) = (held.Concat(resting).ToList(), whole);
        while (true)
        {
            options = options with { LeftOut = [.. leftOut.Order()] };
            assessment = whole with { Plan = leftOut.Count == 0 ? whole.Plan : Planner.Plan(desired, whole.Observed, whole.Ledger, options) };
            var refused = Refused(assessment.Plan).Except(leftOut).ToList();
            if (refused.Count == 0)
            {
                return new() { Assessment = assessment, Options = options, Rests = resting.Count > 0 };
            }

            leftOut.AddRange(refused);
        }
    }

    private static IEnumerable<ParentAddress> Refused(Plan plan) =>
        plan.Findings.Where(finding => finding.Effect == FindingEffect.Refuses).Select(finding => finding.Parent).OfType<ParentAddress>().Distinct();

    private static bool Removes(DeviceChange change) => change.AllActions.Any(action => action is RemoveSubDevice);

    // A device that moves is removed from one parent for another.
    private static IEnumerable<ParentAddress> Parents(DeviceChange change) => change.AllActions.Select(action => action.Parent).Append(change.Parent);
}
