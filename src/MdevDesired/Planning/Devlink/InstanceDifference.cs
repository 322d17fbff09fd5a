using MdevDesired.Model;

namespace MdevDesired.Planning.Devlink;

/// <summary>How a devlink instance differs from what is listed for it.</summary>
/// <param name="Reasons">What differs, each a clause.</param>
/// <param name="Actions">What mends it, in order.</param>
/// <param name="Obstacles">What cannot be mended.</param>
internal sealed record InstanceDifference(
    EquatableArray<string> Reasons, EquatableArray<PlanAction> Actions, EquatableArray<Obstacle> Obstacles)
{
    public static InstanceDifference None { get; } = new([], [], []);

    public bool IsNone => Reasons.Count == 0 && Obstacles.Count == 0;

    /// <summary>Whether what the driver made is made anew, network interfaces and all.</summary>
    public bool Reloads => Actions.Any(action => action is ReloadDevlink);
}
