namespace MdevDesired.Loading;

/// <content>The forms of keys that only the schema looks at so far.</content>
internal static partial class TextForms
{
    private static TextForm Later(string? definition) => definition switch
    {
        "busName" => Text("one name as it stands under /sys/bus, without \"/\" and white space"),
        "pciId" => Text("4 hexadecimal digits in quotes, as in \"15b3\""),
        _ => Unknown,
    };

    private static TextForm Text(string allowed) => Unknown with { Allowed = allowed };
}
