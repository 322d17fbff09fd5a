using MdevDesired.Diagnostics;

namespace MdevDesired.Loading;

internal static partial class LoadingCodes
{
    public static readonly DiagnosticCode TooLong = new(1, "file too long",
        "A file of the input may have 16 MiB. Files are merged, so a longer one can be split into several documents or files.");

    public static readonly DiagnosticCode NotUtf8 = new(2, "not UTF-8",
        "The input is YAML in UTF-8. The bytes at this place are no UTF-8: the file is binary, or was saved in another encoding.");

    public static readonly DiagnosticCode ControlCharacter = new(3, "control character",
        "Only tabs and line ends may stand in the text among the control characters; U+2028 and U+2029 may not, because editors and YAML "
        + "count lines differently there. A file full of NULs is binary, or UTF-16.");

    public static readonly DiagnosticCode MalformedYaml = new(4, "malformed YAML",
        "The text breaks the rules of YAML: an indentation that fits nothing, a bracket or quote left open, a tab for indentation. "
        + "The rest of this file was not looked at.");

    public static readonly DiagnosticCode EmptyInput = new(5, "no document",
        "The file holds nothing, or only comments and empty documents. An empty file is more likely an accident than the wish "
        + "to have no devices, so it is refused. To manage a parent and want nothing on it, write subDevices: [].");

    public static readonly DiagnosticCode TooDeep = new(6, "nested too deep",
        "Lists and mappings may stand 64 deep inside one another; the format itself needs no more than 8.");

    public static readonly DiagnosticCode TooManyAliased = new(7, "too many aliased values",
        "The aliases and merge keys of one file may stand for 100,000 values. More is how a small file is made to fill the memory.");

    public static readonly DiagnosticCode UnknownAlias = new(8, "alias of nothing",
        "An alias (*name) repeats the value that an anchor (&name) marks earlier in the same document, and may not stand inside it.");

    public static readonly DiagnosticCode DuplicateKey = new(9, "duplicate key",
        "A mapping has each key once. Of two equal keys most YAML readers silently drop one; this is refused instead.");

    public static readonly DiagnosticCode InvalidMerge = new(10, "invalid merge key",
        "The merge key << takes the entries of a mapping, or of each of a list of mappings, into the mapping that it stands in.");

    public static readonly DiagnosticCode KeyIsNoScalar = new(11, "key is a list or mapping",
        "YAML allows a list or a mapping as a key; this format has no such key. It is mostly a bracket or brace in the wrong place.");

    public static readonly DiagnosticCode UnsupportedTag = new(13, "unsupported tag",
        "Of YAML's tags (!name) only those of the core schema are known: !!str, !!int, !!bool, !!float, !!null, !!seq and !!map, "
        + "and only on values that are what the tag says.");
}
