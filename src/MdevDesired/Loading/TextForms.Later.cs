namespace MdevDesired.Loading;

/// <content>The forms of keys that only the schema looks at so far.</content>
internal static partial class TextForms
{
    private static TextForm Later(string? definition) => definition switch
    {
        "duration" => new(
            LoadingCodes.InvalidDuration,
            "whole numbers with the units h, m, s and ms, the greatest first, as in 30s, 1m30s or 500ms",
            _ => "is no length of time"),
        "busName" => Text("one name as it stands under /sys/bus, without \"/\" and white space"),
        "pciId" => Text("4 hexadecimal digits in quotes, as in \"15b3\""),
        _ => Unknown,
    };

    private static TextForm Text(string allowed) => Unknown with { Allowed = allowed };
}
