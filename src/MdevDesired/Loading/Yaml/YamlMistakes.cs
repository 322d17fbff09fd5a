using MdevDesired.Diagnostics;

namespace MdevDesired.Loading.Yaml;

/// <summary>The sentences about text and YAML.</summary>
internal static class YamlMistakes
{
    public static Mistake TooLong() => new(
        LoadingCodes.TooLong,
        $"the file has more than {SourceDecoder.MaximumBytes} bytes (16 MiB)",
        "split it into several files: they are merged");

    public static Mistake NotUtf8(ReadOnlySpan<byte> bytes) => new(
        LoadingCodes.NotUtf8,
        "the file is not UTF-8 text from here on",
        bytes.StartsWith<byte>([0xff, 0xfe]) || bytes.StartsWith<byte>([0xfe, 0xff]) ? "it looks like UTF-16: save it as UTF-8" : null);

    public static Mistake Control(char control) => new(
        LoadingCodes.ControlCharacter,
        $"the text has the control character U+{(int)control:X4} here; only tabs and line ends are allowed",
        control == '\0' ? "is this a YAML file, saved as UTF-8?" : null);

    public static Mistake Malformed(string parserSays) => new(
        LoadingCodes.MalformedYaml,
        $"malformed YAML: {UserText.Escape(parserSays.TrimEnd('.', ' '))}");

    public static Mistake Empty() => new(
        LoadingCodes.EmptyInput,
        "the file holds no document",
        "a document begins with apiVersion: mdevdesired.dev/v1alpha1 and kind: HostDevices");

    public static Mistake TooDeep() => new(
        LoadingCodes.TooDeep,
        $"lists and mappings are nested more than {YamlLimits.Depth} deep here");

    public static Mistake TooManyAliased() => new(
        LoadingCodes.TooManyAliased,
        $"the aliases up to here stand for more than {YamlLimits.AliasedNodes} values",
        "write the values out instead of repeating them by aliases");

    public static Mistake UnknownAlias(string name) => new(
        LoadingCodes.UnknownAlias,
        $"the alias {UserText.Quote("*" + name)} has no anchor {UserText.Quote("&" + name)} before it in this document");

    public static Mistake AliasInItself(string name) => new(
        LoadingCodes.UnknownAlias,
        $"the alias {UserText.Quote("*" + name)} stands inside the very value that it names");

    public static Mistake DuplicateKey(string key, SourceSpan first) => new(
        LoadingCodes.DuplicateKey,
        $"the key {UserText.Quote(key)} is given twice in one mapping; it is also at {first}");

    public static Mistake InvalidMerge(string found) => new(
        LoadingCodes.InvalidMerge,
        $"the merge key \"<<\" has {found}; it takes a mapping or a list of mappings, as a rule aliases");

    public static Mistake KeyIsNoScalar(string found) => new(
        LoadingCodes.KeyIsNoScalar,
        $"{found} is used as a key; keys are plain words");

    public static Mistake UnsupportedTag(string tag) => new(
        LoadingCodes.UnsupportedTag,
        $"the tag {UserText.Quote(tag.Replace(ScalarReader.CorePrefix, "!!", StringComparison.Ordinal))} is not supported, or does not fit the value",
        "leave the tag out; quotes make a value text");
}
