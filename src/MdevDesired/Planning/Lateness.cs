using MdevDesired.Model;
using MdevDesired.Model.Mdevs;

namespace MdevDesired.Planning;

/// <summary>Finds in a plan what time may mend: what is not there, and may only be late.</summary>
internal static class Lateness
{
    /// <summary>The parents that are late, in the plan's order, each once.</summary>
    public static IReadOnlyList<Awaited> Of(DesiredState desired, Plan plan) =>
    [
        .. plan.Findings
            .Select(finding => (Parent: finding.Parent is { } address ? desired.Find(address) : null, Text: Missing(desired, finding), finding.Diagnostic.Code))
            .Where(late => late.Parent is not null && late.Text is not null)
            .GroupBy(late => late.Parent!)
            .Select(late => new Awaited(late.Key, string.Join(", ", late.Select(each => each.Text).Distinct()), late.All(each => each.Code != PlanningCodes.UnknownType))),
    ];

    private static string? Missing(DesiredState desired, PlanFinding finding)
    {
        var parent = finding.Parent;
        var mdev = desired.SubDevices.FirstOrDefault(device => device.Id == finding.Id) as DesiredMdev;
        return finding.Diagnostic.Code switch
        {
            var code when code == PlanningCodes.ParentAbsent => $"{parent}",
            var code when code == PlanningCodes.NoMdevSupport => $"the mdev types of {parent}",
            var code when code == PlanningCodes.NoDevlink => $"the devlink instance of {parent}",
            var code when code == PlanningCodes.UnknownType => $"the mdev type {mdev?.Type} of {parent}",
            var code when code == PlanningCodes.UnknownDriver => $"the driver {mdev?.Driver.Name} for {parent}",
            _ => null,
        };
    }
}
