using System.Globalization;

namespace MdevDesired.Model.Devlink;

/// <summary>The words by which devlink(8) calls what the kernel numbers; a number that has none is shown as such.</summary>
internal static class DevlinkWord
{
    public static string Of(DevlinkPortType type) => Lower(type);

    public static string Of(DevlinkFunctionState state) => Lower(state);

    public static string Of(DevlinkFunctionOpstate state) => Lower(state);

    public static string Of(DevlinkPortFlavour flavour) => Lower(flavour);

    public static string Of(DevlinkParamType type) => type == DevlinkParamType.Flag ? "bool" : Lower(type);

    public static string Of(DevlinkParamCmode cmode) => Lower(cmode);

    public static string Of(DevlinkEswitchMode mode) => Lower(mode);

    public static string Of(DevlinkInlineMode mode) => Lower(mode);

    public static string Of(DevlinkEncapMode mode) => Lower(mode);

    public static string Of(bool value) => value ? "true" : "false";

    public static string OfSwitch(bool value) => value ? "enable" : "disable";

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLower(CultureInfo.InvariantCulture);
}
