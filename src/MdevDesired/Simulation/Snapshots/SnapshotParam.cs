using MdevDesired.Loading.Binding;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Simulated;

namespace MdevDesired.Simulation.Snapshots;

/// <summary>Reads the params of a devlink instance, or of those that a simulated driver makes.</summary>
internal static class SnapshotParam
{
    /// <summary>Ordered by name.</summary>
    public static EquatableArray<ParamRule> Read(Fields instance) =>
        instance.NestedItems("params").Select(Param).OrderBy(param => param.Name, StringComparer.Ordinal).ToEquatableArray();

    private static ParamRule Param(Fields param)
    {
        var type = SnapshotWord.Of<DevlinkParamType>(param, "type", DevlinkWord.Of) ?? DevlinkParamType.Flag;
        return new(
            SnapshotText.Of(param, "name") ?? "",
            param.Flag("generic")?.Value ?? false,
            type,
            param.NestedItems("values").Select(value => Setting(value, type)).ToEquatableArray());
    }

    private static DevlinkParamSetting Setting(Fields setting, DevlinkParamType type) =>
        new(SnapshotWord.Of<DevlinkParamCmode>(setting, "cmode", DevlinkWord.Of) ?? default, Value(setting, type));

    private static DevlinkParamValue Value(Fields setting, DevlinkParamType type) => type switch
    {
        DevlinkParamType.Flag => new DevlinkBoolean(setting.Flag("value")?.Value ?? false),
        DevlinkParamType.String => new DevlinkText(SnapshotText.Of(setting, "value") ?? ""),
        DevlinkParamType.U8 or DevlinkParamType.U16 or DevlinkParamType.U32 or DevlinkParamType.U64 =>
            new DevlinkNumber(type, (ulong)(setting.Number("value")?.Value ?? 0)),
        _ => new DevlinkUnknownValue(type),
    };
}
