using MdevDesired.Diagnostics;
using MdevDesired.Model;

namespace MdevDesired.Loading.Merging;

/// <summary>The sentences about what documents say together; each names the other place.</summary>
internal static class MergingMistakes
{
    public static Mistake DuplicateDocument(string name, SourceSpan first, SourceSpan again) => new(
        LoadingCodes.DuplicateDocument,
        $"the document name \"{name}\" is used twice; {Other(first, again)}",
        "what a document creates belongs to its name: give each document its own");

    public static Mistake DuplicateId(DeviceId id, SourceSpan first, SourceSpan again) => new(
        LoadingCodes.DuplicateUuid,
        $"the UUID {id} is listed twice; {Other(first, again)}",
        "a UUID is one device of the whole host: uuidgen makes another");

    public static Mistake DuplicateSubDevice(string name, ParentAddress parent, SourceSpan first, SourceSpan again) => new(
        LoadingCodes.DuplicateSubDevice,
        $"the sub device \"{name}\" is listed twice in the parent {UserText.Escape(parent.ToString())}; {Other(first, again)}");

    public static Mistake ConflictingParent(string key, ParentAddress parent, SourceSpan first, SourceSpan again) => new(
        LoadingCodes.ConflictingParent,
        $"\"{key}\" of the parent {UserText.Escape(parent.ToString())} is stated otherwise elsewhere; {Other(first, again)}",
        "state it once, or the same in every listing");

    public static Mistake AmbiguousParent(ParentAddress bare, ParentAddress one, SourceSpan oneAt, ParentAddress two, SourceSpan twoAt) => new(
        LoadingCodes.AmbiguousParent,
        $"the parent {UserText.Escape(bare.Name)} may be {UserText.Escape(one.ToString())} of {oneAt} or {UserText.Escape(two.ToString())} of {twoAt}",
        "write bus/name");

    private static string Other(SourceSpan first, SourceSpan again) =>
        first == again ? "an alias repeats this place" : $"it is also at {first}";
}
