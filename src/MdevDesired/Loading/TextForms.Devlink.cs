using System.Text.RegularExpressions;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Loading;

/// <content>The forms of what devlink and network interfaces take.</content>
internal static partial class TextForms
{
    public static readonly TextForm NetdevName = new(
        LoadingCodes.InvalidNetdev,
        "1 to 15 characters, without \"/\", \":\", \"%\" and white space",
        Model.Devlink.NetdevName.Reject);

    public static readonly TextForm HwAddr = new(
        LoadingCodes.InvalidHwAddr,
        "the 6 bytes of a unicast address in hexadecimal with \":\" between them, as in 00:00:00:00:88:88",
        RejectHwAddr);

    public static readonly TextForm DevlinkParamName = new(
        LoadingCodes.InvalidParamName,
        "1 to 31 letters, digits, \"_\", \".\" and \"-\"",
        text => DevlinkParamNamePattern().IsMatch(text) ? null : "is no name of a param");

    private static string? RejectHwAddr(string text) =>
        !HwAddrPattern().IsMatch(text) ? "is no hardware address"
        : HardwareAddress.Parse(text).ToBytes() is var bytes && (bytes[0] & 1) != 0 ? "is a multicast address"
        : bytes.All(part => part == 0) ? "is all zeros"
        : null;

    [GeneratedRegex(@"^[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}\z", RegexOptions.CultureInvariant)]
    private static partial Regex HwAddrPattern();

    [GeneratedRegex(@"^[A-Za-z0-9_.-]{1,31}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DevlinkParamNamePattern();
}
