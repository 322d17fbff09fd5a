using MdevDesired.Applying;
using MdevDesired.Diagnostics;
using MdevDesired.Model;
using MdevDesired.Planning;

namespace MdevDesired.Reporting;

/// <summary>How a host stands against what is desired of it: a plan told per device, with what the plan passes over.</summary>
internal sealed record HostStatus
{
    public required string Host { get; init; }

    /// <summary>Whether apply would have nothing to do but to adopt, and nothing is in its way.</summary>
    public required bool IsInSync { get; init; }

    /// <summary>Whether the ledger could be read, and with it is known who made the devices.</summary>
    public required bool LedgerIsKnown { get; init; }

    /// <summary>The parents that are listed or have a sub device, ordered by address.</summary>
    public EquatableArray<ParentStatus> Parents { get; init; }

    /// <summary>What the plan has to say of the host as a whole.</summary>
    public EquatableArray<Diagnostic> Findings { get; init; }

    public IEnumerable<DeviceStanding> Devices => Parents.SelectMany(parent => parent.Devices);

    /// <param name="assessment">A look at the host; <see cref="HostSurvey"/> takes one that is close enough.</param>
    /// <param name="desired">What it was made for.</param>
    /// <param name="options">What the user asked of the plan.</param>
    public static HostStatus Of(HostAssessment assessment, DesiredState desired, PlanOptions options)
    {
        var parents = new ParentStatuses(assessment, desired, options);
        return new()
        {
            Host = assessment.Observed.Host,
            IsInSync = assessment.Plan is { IsBlocked: false, IsRefused: false } plan && plan.Changes.All(change => change.Kind == ChangeKind.Adopt),
            LedgerIsKnown = assessment.Ledger.IsKnown,
            Parents = parents.All().ToEquatableArray(),
            Findings = assessment.Plan.Findings
                .Where(finding => finding is { Parent: null, Id: null } || (finding.Effect == FindingEffect.Refuses || finding.Diagnostic.Code == PlanningCodes.UnknownParent) && !parents.Knows(finding.Parent))
                .Select(finding => finding.Diagnostic)
                .ToEquatableArray(),
        };
    }
}
