using MdevDesired.Model;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Planning.Formers;

/// <summary>What a document would list to have a devlink instance as it was.</summary>
internal static class FormerInstance
{
    /// <summary>
    /// The params of an instance that was made anew. Those of one that was not are put back each by itself, and permanent ones
    /// outlive it.
    /// </summary>
    public static EquatableArray<DesiredDevlinkParam> Params(Former former) => !former.Touched.IsAnew || former.Device.Devlink is not { } instance
        ? []
        : instance.Params
            .SelectMany(param => param.Settings
                .Where(setting => setting.Cmode != DevlinkParamCmode.Permanent && setting.Value is not DevlinkUnknownValue)
                .Select(setting => new DesiredDevlinkParam(param.Name, Value(setting.Value), setting.Cmode, Former.Span)))
            .ToEquatableArray();

    /// <summary>The ports, by their place: a driver may give them other indices.</summary>
    public static EquatableArray<DesiredPort> Ports(Former former) =>
        !(former.Touched.IsAnew || former.Touched.Ports) || former.Device.Devlink is not { } instance
            ? []
            : instance.Ports.Select((port, place) => new DesiredPort(new(null, place), Type(port), port.Netdev)).ToEquatableArray();

    private static DevlinkPortType? Type(DevlinkPort port) => port.Type is DevlinkPortType.Eth or DevlinkPortType.Ib ? port.Type : null;

    private static DesiredParamValue Value(DevlinkParamValue value) => new(
        value switch
        {
            DevlinkBoolean => DesiredParamForm.Boolean,
            DevlinkNumber => DesiredParamForm.Integer,
            _ => DesiredParamForm.Text,
        },
        value.ToString()!);
}
