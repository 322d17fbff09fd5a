using System.Collections.Immutable;
using MdevDesired.Linux.Netlink;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Linux.Devlink;

/// <summary>Reads params (net/devlink/, devlink_nl_param_fill).</summary>
internal static class DevlinkParamDecoder
{
    public static DevlinkParam Decode(NetlinkMessage message)
    {
        var attributes = DevlinkDecoder.Attributes(message);
        var param = attributes.Nested(DevlinkAttribute.Param);
        var type = (DevlinkParamType)param.Required<byte>(DevlinkAttribute.ParamType);
        return new DevlinkParam(
            DevlinkDecoder.Handle(attributes),
            param.RequiredText(DevlinkAttribute.ParamName),
            param.Has(DevlinkAttribute.ParamGeneric),
            type,
            Settings(param.Nested(DevlinkAttribute.ParamValuesList), type));
    }

    private static EquatableArray<DevlinkParamSetting> Settings(NetlinkAttributes values, DevlinkParamType type)
    {
        var settings = ImmutableArray.CreateBuilder<DevlinkParamSetting>();
        foreach (var value in values)
        {
            if (value.Type == DevlinkAttribute.ParamValue)
            {
                settings.Add(Setting(value.Nested, type));
            }
        }

        return new EquatableArray<DevlinkParamSetting>(settings.ToImmutable());
    }

    private static DevlinkParamSetting Setting(NetlinkAttributes setting, DevlinkParamType type) => new(
        (DevlinkParamCmode)setting.Required<byte>(DevlinkAttribute.ParamValueCmode),
        Value(setting, type));

    private static DevlinkParamValue Value(NetlinkAttributes setting, DevlinkParamType type) => type switch
    {
        DevlinkParamType.U8 => new DevlinkNumber(type, setting.Required<byte>(DevlinkAttribute.ParamValueData)),
        DevlinkParamType.U16 => new DevlinkNumber(type, setting.Required<ushort>(DevlinkAttribute.ParamValueData)),
        DevlinkParamType.U32 => new DevlinkNumber(type, setting.Required<uint>(DevlinkAttribute.ParamValueData)),
        DevlinkParamType.U64 => new DevlinkNumber(type, setting.Required<ulong>(DevlinkAttribute.ParamValueData)),
        DevlinkParamType.String => new DevlinkText(setting.RequiredText(DevlinkAttribute.ParamValueData)),
        DevlinkParamType.Flag => new DevlinkBoolean(setting.Has(DevlinkAttribute.ParamValueData)),
        _ => new DevlinkUnknownValue(type),
    };
}
