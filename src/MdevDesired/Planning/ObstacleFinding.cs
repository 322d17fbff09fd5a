using MdevDesired.Diagnostics;
using MdevDesired.Model;

namespace MdevDesired.Planning;

/// <summary>Turns what is in the way of a device into what the plan says of it.</summary>
internal static class ObstacleFinding
{
    /// <param name="obstacle">What is in the way.</param>
    /// <param name="parent">The device's parent.</param>
    /// <param name="id">The device.</param>
    /// <param name="name">What it is called in the sentence.</param>
    /// <param name="span">Where it is listed, or null when it is not.</param>
    public static PlanFinding Of(Obstacle obstacle, ParentAddress parent, DeviceId id, string name, SourceSpan? span) => new(
        obstacle.IsNote ? FindingEffect.Notes : FindingEffect.Blocks,
        parent,
        id,
        new(obstacle.Code, obstacle.IsNote ? Severity.Note : Severity.Error, obstacle.Span ?? span, $"{name}: {obstacle.Message}", obstacle.Hint));
}
