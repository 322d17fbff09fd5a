using MdevDesired.Model;

namespace MdevDesired.Planning;

/// <summary>The parents that a plan is about, where it is not about all of them.</summary>
/// <param name="Parents">Those that are named.</param>
/// <param name="IsExclusion">Whether the plan is about all others instead.</param>
internal sealed record LaneScope(EquatableArray<ParentAddress> Parents, bool IsExclusion)
{
    public bool Covers(ParentAddress parent) => Parents.Any(named => named.Matches(parent)) != IsExclusion;
}
