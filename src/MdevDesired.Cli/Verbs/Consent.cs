using MdevDesired.Applying;
using MdevDesired.Cli.Terminals;
using MdevDesired.Rendering.Plans;

namespace MdevDesired.Cli.Verbs;

/// <summary>Whether what a plan does is agreed to: by a saved plan, by the person at the terminal, or because there is none.</summary>
internal static class Consent
{
    /// <summary>The look that was agreed to; null when it was not.</summary>
    /// <param name="undertaking">What the run is about.</param>
    /// <param name="assessment">The look.</param>
    /// <param name="again">Takes the same look again.</param>
    /// <param name="isAgreed">Whether nobody is asked.</param>
    /// <param name="surroundings">Where to ask.</param>
    public static HostAssessment? Of(Undertaking undertaking, HostAssessment assessment, Func<HostAssessment> again, bool isAgreed, Surroundings surroundings)
    {
        if (undertaking.Saved is { } saved)
        {
            return Agreement.Holds(saved, assessment, surroundings) ? assessment : null;
        }

        return !assessment.Plan.MayDisrupt || assessment.Plan.IsRefused || isAgreed || !surroundings.CanAsk ? assessment : Asked(assessment, again, surroundings);
    }

    // Nobody knows how long a question waits for its answer: what was agreed to is what a new look at the host still gives.
    private static HostAssessment? Asked(HostAssessment assessment, Func<HostAssessment> again, Surroundings surroundings)
    {
        surroundings.Error.Write(PlanText.Render(assessment.Plan, surroundings.ErrorPalette));
        if (!Question.Ask(surroundings, "This takes devices away from whoever may use them. Go ahead?"))
        {
            return null;
        }

        var now = again();
        if (now.Plan == assessment.Plan)
        {
            return now;
        }

        surroundings.Error.Write("The host has changed meanwhile, and so has the plan: look at the new one.\n");
        return null;
    }
}
