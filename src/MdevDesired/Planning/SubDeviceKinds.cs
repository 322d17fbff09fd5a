using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using MdevDesired.Planning.Mdevs;

namespace MdevDesired.Planning;

/// <summary>The kinds that the planner knows: a further one is added here.</summary>
internal static class SubDeviceKinds
{
    public static IReadOnlyList<SubDeviceKind> All { get; } = [new MdevKind()];

    public static SubDeviceKind Of(SubDeviceId id) => id switch
    {
        MdevId => All[0],
        _ => throw new ArgumentOutOfRangeException(nameof(id), id.Kind, "no such kind of sub device"),
    };
}
