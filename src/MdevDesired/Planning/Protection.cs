using MdevDesired.Diagnostics;
using MdevDesired.Model;

namespace MdevDesired.Planning;

/// <summary>Refuses a plan that would remove or replace a protected device, and drops a fallback that would.</summary>
internal sealed class Protection(PlanContext context)
{
    private readonly List<PlanFinding> _findings = [];

    public IReadOnlyList<PlanFinding> Findings => _findings;

    /// <summary>The change without what the protection forbids; one that it forbids altogether is shown, and refused.</summary>
    public DeviceChange Keep(DeviceChange change)
    {
        if (!IsProtected(change))
        {
            return change;
        }

        if (change.Actions.Any(planned => planned.Action is RemoveSubDevice))
        {
            _findings.Add(Refusal(change));
        }

        return change with { Fallbacks = change.Fallbacks.Where(fallback => !fallback.Actions.Any(action => action is RemoveSubDevice)).ToEquatableArray() };
    }

    // What the document says now counts more than what it said when the device was made.
    private bool IsProtected(DeviceChange change) => change.Kind != ChangeKind.Create
        && (change.Desired?.Protect ?? (context.Find(change.Id) is { } device && context.Owner(device) is { Protect: true }));

    private static PlanFinding Refusal(DeviceChange change) => new(
        FindingEffect.Refuses, change.Parent, change.Id, new(PlanningCodes.Protected, Severity.Error, change.Desired?.Span,
            $"{change.Name}: {change.Id} is protected and would be {(change.Kind == ChangeKind.Remove ? "removed" : "replaced")}: {change.Reason}",
            change.Kind == ChangeKind.Remove
                ? $"list it again in {change.Document}, or apply it once with \"protect: false\" before it leaves the document"
                : "keep what it is made of as it was, or say \"protect: false\""));
}
