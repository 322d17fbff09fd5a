using MdevDesired.Applying;
using MdevDesired.Cli.Terminals;
using MdevDesired.Diagnostics;
using MdevDesired.Rendering.Differences;
using MdevDesired.Saving;

namespace MdevDesired.Cli.Verbs;

/// <summary>Holds what would be done now against the saved plan that was agreed to.</summary>
internal static class Agreement
{
    /// <summary>Whether both do the same; else the user is shown the difference.</summary>
    public static bool Holds(SavedPlan saved, HostAssessment assessment, Surroundings surroundings)
    {
        var now = PlanPicture.Of(assessment.Plan);
        if (saved.Plan.DoesAs(now))
        {
            return true;
        }

        surroundings.Announce([new(SavedPlanCodes.HostMovedOn, Severity.Error, null,
            $"host {saved.Host} has moved on since the plan was saved: something else would be done now", "look at a new plan, save it and apply that")]);
        var difference = LineDiff.Of([.. saved.Plan.Lines], [.. now.Lines]);
        surroundings.Error.Write(DiffText.Render(difference, "the saved plan", "the plan as it is now", surroundings.ErrorPalette));
        return false;
    }
}
