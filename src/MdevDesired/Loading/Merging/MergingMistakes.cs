using MdevDesired.Diagnostics;
using MdevDesired.Model;
using MdevDesired.Model.Subfunctions;

namespace MdevDesired.Loading.Merging;

/// <summary>The sentences about what documents say together; each names the other place.</summary>
internal static class MergingMistakes
{
    public static Mistake DuplicateDocument(Listing<string> first, Listing<string> again) => new(
        LoadingCodes.DuplicateDocument,
        $"the document name \"{again.Said.Value}\" is used twice; {Other(first, again)}",
        "what a document creates belongs to its name: give each document its own");

    public static Mistake DuplicateId(Listing<DeviceId> first, Listing<DeviceId> again) => again.Said.Value switch
    {
        SubfunctionId subfunction => new(
            LoadingCodes.DuplicateSubfunction,
            $"the subfunction {subfunction.Label} of {UserText.Escape(subfunction.Parent.ToString())} is listed twice; {Other(first, again)}",
            "parent, controller, pfnum and sfnum make it one subfunction: take another sfnum"),
        var id => new(
            LoadingCodes.DuplicateUuid,
            $"the UUID {id} is listed twice; {Other(first, again)}",
            "a UUID is one device of the whole host: uuidgen makes another"),
    };

    public static Mistake DuplicateSubDevice(Listing<string> first, Listing<string> again) => new(
        LoadingCodes.DuplicateSubDevice,
        $"the sub device \"{again.Said.Value}\" is listed twice in the parent {Of(again)}; {Other(first, again)}");

    public static Mistake DuplicateNetdev(Listing<string> first, Listing<string> again) => new(
        LoadingCodes.DuplicateNetdev,
        $"the network interface name {UserText.Quote(again.Said.Value)} is given twice; {Other(first, again)}",
        "a host has each name once: give each interface its own");

    /// <param name="what">What is stated, as <c>"prune"</c>.</param>
    /// <param name="first">Where it is stated first.</param>
    /// <param name="again">Where it is stated otherwise.</param>
    public static Mistake ConflictingParent<T>(string what, Listing<T> first, Listing<T> again) => new(
        LoadingCodes.ConflictingParent,
        $"{what} of the parent {Of(again)} is stated otherwise elsewhere; {Other(first, again)}",
        "state it once, or the same in every listing");

    public static Mistake AmbiguousParent(Listing<string> bare, Listing<string> one, Listing<string> two) => new(
        LoadingCodes.AmbiguousParent,
        $"the parent {Of(bare)} may be {Of(one)} of {one.Said.Span} or {Of(two)} of {two.Said.Span}",
        "write bus/name");

    private static string Of<T>(Listing<T> listing) => UserText.Escape(listing.Parent.ToString());

    private static string Other<T>(Listing<T> first, Listing<T> again) => Place.Other(first.Said.Span, again.Said.Span);
}
