using MdevDesired.Loading.Binding;
using MdevDesired.Loading.Yaml;
using MdevDesired.Model;

namespace MdevDesired.Simulation.Snapshots;

/// <summary>Reads what was set of a devlink instance and has not taken effect.</summary>
internal static class SnapshotPending
{
    /// <param name="owner">The parent or the sub device.</param>
    /// <param name="id">Its identity.</param>
    public static LedgerDevlink? Read(Fields owner, DeviceId id) => owner.Nested("pending") is { } pending
        ? new(id)
        {
            ReloadPending = pending.Flag("reload")?.Value ?? false,
            Permanent = pending.NestedItems("permanent").Select(Param).OrderBy(param => param.Name, StringComparer.Ordinal).ToEquatableArray(),
        }
        : null;

    // Its text is that of devlink(8), so true stays true.
    private static PermanentParam Param(Fields param) =>
        new(SnapshotText.Of(param, "name") ?? "", (param.Mapping.Find("value")?.Value as ScalarNode)?.Text ?? "");
}
