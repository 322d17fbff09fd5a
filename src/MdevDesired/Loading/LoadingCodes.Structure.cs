using MdevDesired.Diagnostics;

namespace MdevDesired.Loading;

internal static partial class LoadingCodes
{
    public static readonly DiagnosticCode UnknownKey = new(12, "unknown key",
        "The mapping has a key that the format does not know at this place: a typing mistake, a wrong indentation, or a key of a newer version. "
        + "It is refused because a setting that is silently ignored is worse than an error. The JSON Schema of the format lets an editor "
        + "complete the keys.");

    public static readonly DiagnosticCode NullValue = new(14, "null",
        "A key without a value is null in YAML, and null means nothing here: leave the key out, or give it a value. "
        + "For a list, absent and empty differ: no subDevices key manages none of them, subDevices: [] wants none.");

    public static readonly DiagnosticCode WrongType = new(15, "wrong type",
        "The value is of another type than the format wants. YAML 1.2 decides: only true and false are booleans (yes and on are text), "
        + "digits are an integer unless they stand in quotes.");

    public static readonly DiagnosticCode MissingKey = new(16, "missing key", "The mapping lacks a key that it must have.");

    public static readonly DiagnosticCode NotOneOfTheValues = new(17, "value not allowed",
        "The key takes one of a few words, and this is none of them. They are written in this very case.");

    public static readonly DiagnosticCode OutOfRange = new(18, "number out of range",
        "The number is smaller or greater than the kernel's field for it can hold, or than makes sense.");

    public static readonly DiagnosticCode TooFew = new(19, "empty list or mapping",
        "This list or mapping must not be empty. An empty hosts list would be a document for no host: "
        + "leave the key out for every host.");

    public static readonly DiagnosticCode UnknownApiVersion = new(20, "unknown apiVersion",
        "The document is of a format version that this program does not know, so nothing else in it was checked. "
        + "mdevdesired.dev/v1alpha1 is the only one so far.");

    public static readonly DiagnosticCode More = new(26, "more errors than are told",
        "Only the first errors of an input are told. Mend them and check again.");

    public static readonly DiagnosticCode UnknownKind = new(21, "unknown kind", "The only kind of document is HostDevices.");

    public static readonly DiagnosticCode NotExactlyOne = new(22, "not exactly one of several keys",
        "A parent has exactly one of device and match; a sub device exactly one of mdev and subfunction.");

    public static readonly DiagnosticCode UuidOrCount = new(23, "not exactly one of uuid and count",
        "A single mdev is given by its uuid. With count the entry is a pool whose UUIDs are derived, so it states none.");

    public static readonly DiagnosticCode NotSupportedYet = new(24, "not supported yet",
        "The format has this key and this version of the program does nothing with it. It is refused, not ignored, so that no one relies "
        + "on what does not happen.");

    public static readonly DiagnosticCode BreaksSchema = new(25, "breaks the schema",
        "The document breaks a rule of the JSON Schema (schemas/desired-state.v1alpha1.schema.json) for which there is no better sentence.");

    public static readonly DiagnosticCode RepeatedEntry = new(27, "entry given twice",
        "A list of devlink params has each param once in each cmode, and a list of ports each index once: of two entries for one thing it "
        + "would not be clear which is meant.");

    public static readonly DiagnosticCode NoDeviceHere = new(28, "no device on this host",
        "A driver, devlink params and ports belong to the device that a subfunction becomes when it is active. An inactive subfunction has "
        + "none, and that of a subfunction on another controller is on the host behind that controller: here only its port is set up.");

    public static readonly DiagnosticCode BusNeeded = new(29, "parent without its bus",
        "A subfunction is added to a devlink instance, which is named by bus/name. A bare name as parent does for mediated devices: "
        + "the kernel lists their parents by it, on whichever bus.");
}
