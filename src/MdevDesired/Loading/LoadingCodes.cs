using MdevDesired.Diagnostics;

namespace MdevDesired.Loading;

/// <summary>
/// Every kind of mistake that loading reports. A number is stable for ever: 1 to 11 and 13 the text and its YAML, 12 and 14 to 29 the
/// structure, 30 to 49 the form of single values, 50 to 69 what documents say together.
/// </summary>
internal static partial class LoadingCodes
{
    /// <summary>All of them, ordered by number.</summary>
    public static IReadOnlyList<DiagnosticCode> All => [.. ((DiagnosticCode[])
    [
        TooLong, NotUtf8, ControlCharacter, MalformedYaml, EmptyInput, TooDeep, TooManyAliased, UnknownAlias, DuplicateKey,
        InvalidMerge, KeyIsNoScalar, UnsupportedTag,
        UnknownKey, NullValue, WrongType, MissingKey, NotOneOfTheValues, OutOfRange, TooFew, UnknownApiVersion, UnknownKind, More,
        NotExactlyOne, UuidOrCount, NotSupportedYet, BreaksSchema, RepeatedEntry, NoDeviceHere, BusNeeded,
        InvalidName, InvalidUuid, InvalidParent, InvalidMdevType, InvalidDriver, InvalidAttribute, InvalidValue, InvalidHostGlob,
        InvalidDuration, InvalidText, InvalidNetdev, InvalidHwAddr, InvalidParamName,
        DuplicateDocument, DuplicateUuid, DuplicateSubDevice, ConflictingParent, AmbiguousParent, DuplicateSubfunction, DuplicateNetdev,
    ]).OrderBy(code => code.Number)];
}
