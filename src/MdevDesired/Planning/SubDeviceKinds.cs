using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Planning.Mdevs;
using MdevDesired.Planning.Subfunctions;

namespace MdevDesired.Planning;

/// <summary>The kinds that the planner knows: a further one is added here.</summary>
internal static class SubDeviceKinds
{
    private static readonly MdevKind Mdevs = new();
    private static readonly SubfunctionKind Subfunctions = new();

    public static IReadOnlyList<SubDeviceKind> All { get; } = [Mdevs, Subfunctions];

    public static SubDeviceKind Of(DeviceId id) => id switch
    {
        MdevId => Mdevs,
        SubfunctionId => Subfunctions,
        _ => throw new ArgumentOutOfRangeException(nameof(id), id.Kind, "no such kind of sub device"),
    };
}
