using MdevDesired.Model;

namespace MdevDesired.Planning;

/// <summary>How an existing device differs from the listed one, and the smallest change that mends it.</summary>
/// <param name="Reason">What differs, as a clause, or null when nothing does.</param>
/// <param name="Replace">Whether only removing and creating it mends it.</param>
/// <param name="Actions">The change when it need not be replaced, in order.</param>
/// <param name="Fallbacks">What is done where the kernel refuses that change.</param>
internal sealed record Comparison(
    string? Reason, bool Replace, EquatableArray<PlanAction> Actions, EquatableArray<Fallback> Fallbacks)
{
    public static Comparison Equal { get; } = new(null, Replace: false, [], []);

    /// <summary>What differs and cannot be mended by an action.</summary>
    public EquatableArray<Obstacle> Obstacles { get; init; }

    public static Comparison Replaced(string reason) => new(reason, Replace: true, [], []);
}
