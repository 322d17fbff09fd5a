using System.Text.RegularExpressions;
using MdevDesired.Model;

namespace MdevDesired.Loading;

/// <summary>The forms of text in a document, each under the name of its definition in the schema.</summary>
internal static partial class TextForms
{
    public static readonly TextForm Name = new(
        LoadingCodes.InvalidName,
        "1 to 63 lower-case letters, digits and \"-\", with a letter or digit at both ends",
        text => NamePattern().IsMatch(text) ? null : "is no name");

    public static readonly TextForm HostGlob = new(
        LoadingCodes.InvalidHostGlob,
        "letters, digits, \".\", \"-\", \"_\", and the wildcards \"*\", \"?\", \"[a-c]\" and \"[!a-c]\"",
        text => Selecting.HostGlob.TryParse(text, out _) ? null : "is no glob over host names");

    public static readonly TextForm ParentAddress = new(
        LoadingCodes.InvalidParent,
        "bus/name as in pci/0000:05:00.0, or the kernel's bare name as in mtty",
        Model.ParentAddress.Reject);

    public static readonly TextForm Uuid = new(
        LoadingCodes.InvalidUuid,
        "36 characters, hexadecimal digits in groups of 8-4-4-4-12",
        text => MdevUuid.TryParse(text, out _) ? null : "is no UUID");

    public static readonly TextForm MdevType = new(
        LoadingCodes.InvalidMdevType,
        "one name as it stands under mdev_supported_types, without \"/\" and white space",
        PathSegment.Reject);

    public static readonly TextForm DriverName = new(
        LoadingCodes.InvalidDriver,
        "one name as it stands under /sys/bus/mdev/drivers or /sys/bus/auxiliary/drivers, without \"/\" and white space, or none",
        PathSegment.Reject);

    public static readonly TextForm AttributeName = new(
        LoadingCodes.InvalidAttribute,
        "a path beneath the device's folder, as in nvidia/vgpu_params, without empty, \".\" and \"..\" segments and white space",
        Model.AttributeName.Reject);

    public static readonly TextForm Value = new(
        LoadingCodes.InvalidValue,
        "text of one line, without control characters, of at most 4095 bytes",
        Binding.ValueText.Reject);

    public static readonly TextForm Duration = new(
        LoadingCodes.InvalidDuration,
        "whole numbers with the units h, m, s and ms, the greatest first, as in 30s, 1m30s or 500ms",
        text => text != "0" && DurationText.TryParse(text, out _) ? null : "is no length of time");

    private static readonly TextForm Unknown = new(LoadingCodes.InvalidText, "what the schema's pattern allows", _ => null);

    /// <summary>The form of a definition of the schema that has a pattern.</summary>
    public static TextForm Of(string? definition) => definition switch
    {
        "name" => Name,
        "hostGlob" => HostGlob,
        "parentAddress" => ParentAddress,
        "uuid" => Uuid,
        "mdevType" => MdevType,
        "driverName" => DriverName,
        "attributeName" => AttributeName,
        "value" => Value,
        "duration" => Duration,
        "netdevName" => NetdevName,
        "hwAddr" => HwAddr,
        "devlinkParamName" => DevlinkParamName,
        _ => Later(definition),
    };

    [GeneratedRegex(@"^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
