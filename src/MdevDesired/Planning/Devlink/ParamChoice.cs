using System.Globalization;
using System.Text;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Planning.Devlink;

/// <summary>How a listed param is set on an instance that has it: in which cmode, and as which value.</summary>
internal sealed record ParamChoice(DevlinkParam Param, DevlinkParamSetting Current, DevlinkParamValue Wanted)
{
    // __DEVLINK_PARAM_MAX_STRING_VALUE, less the terminator (include/net/devlink.h).
    private const int LongestText = 31;

    public DevlinkParamCmode Cmode => Current.Cmode;

    /// <summary>Whether it reads back as wanted; a driverinit param does so before the reload too.</summary>
    public bool IsSet => Current.Value == Wanted;

    /// <summary>Chooses the stated cmode, or else the one that takes effect the soonest of those that the driver offers.</summary>
    /// <param name="param">As the instance has it.</param>
    /// <param name="value">The listed value.</param>
    /// <param name="cmode">The listed cmode, or null.</param>
    /// <param name="problem">Why it cannot be set: a clause about the param, when this returns null.</param>
    public static ParamChoice? Of(DevlinkParam param, DesiredParamValue value, DevlinkParamCmode? cmode, out string? problem)
    {
        if (param.Settings.OrderBy(setting => setting.Cmode).FirstOrDefault(setting => cmode is null || setting.Cmode == cmode) is not { } current)
        {
            problem = $"{param.Name} is not offered as {DevlinkWord.Of(cmode ?? default)}, its driver has it as {Offered(param)}";
            return null;
        }

        var wanted = Typed(value, param.Type);
        problem = wanted is null ? $"{param.Name} takes {Allowed(param.Type)}, listed is {value}" : null;
        return wanted is null ? null : new(param, current, wanted);
    }

    /// <summary>The value whose text the ledger has, or null when it is none of the type.</summary>
    public static DevlinkParamValue? Read(string text, DevlinkParamType type) => Typed(new(Form(type), text), type);

    private static DesiredParamForm Form(DevlinkParamType type) => type switch
    {
        DevlinkParamType.Flag => DesiredParamForm.Boolean,
        DevlinkParamType.String => DesiredParamForm.Text,
        _ => DesiredParamForm.Integer,
    };

    private static string Offered(DevlinkParam param) => string.Join(" or ", param.Settings.Select(setting => DevlinkWord.Of(setting.Cmode)));

    private static DevlinkParamValue? Typed(DesiredParamValue value, DevlinkParamType type) => type switch
    {
        DevlinkParamType.Flag => Flag(value),
        DevlinkParamType.String => Encoding.UTF8.GetByteCount(value.Text) <= LongestText ? new DevlinkText(value.Text) : null,
        _ when Maximum(type) is { } maximum && value.Form == DesiredParamForm.Integer => Number(value.Text, type, maximum),
        _ => null,
    };

    private static DevlinkBoolean? Flag(DesiredParamValue value) => value switch
    {
        { Form: DesiredParamForm.Boolean } => new(value.Text == "true"),
        { Form: DesiredParamForm.Integer, Text: "0" or "1" } => new(value.Text == "1"),
        _ => null,
    };

    private static DevlinkNumber? Number(string text, DevlinkParamType type, ulong maximum) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= maximum ? new(type, number) : null;

    private static string Allowed(DevlinkParamType type) => type switch
    {
        DevlinkParamType.Flag => "true or false",
        DevlinkParamType.String => $"text of at most {LongestText} bytes",
        _ when Maximum(type) is { } maximum => $"a whole number from 0 to {maximum.ToString(CultureInfo.InvariantCulture)}",
        _ => "values of a type that this program does not know",
    };

    private static ulong? Maximum(DevlinkParamType type) => type switch
    {
        DevlinkParamType.U8 => byte.MaxValue,
        DevlinkParamType.U16 => ushort.MaxValue,
        DevlinkParamType.U32 => uint.MaxValue,
        DevlinkParamType.U64 => ulong.MaxValue,
        _ => null,
    };
}
