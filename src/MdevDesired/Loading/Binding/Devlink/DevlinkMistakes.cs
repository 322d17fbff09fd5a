using MdevDesired.Diagnostics;

namespace MdevDesired.Loading.Binding.Devlink;

/// <summary>The sentences about lists of params and ports that say something twice.</summary>
internal static class DevlinkMistakes
{
    public static Mistake RepeatedParam(string name, SourceSpan first, SourceSpan again) => new(
        LoadingCodes.RepeatedEntry,
        $"the param {name} is given twice; {Place.Other(first, again)}",
        "give it once, or each time in a cmode of its own");

    public static Mistake RepeatedPort(uint index, SourceSpan first, SourceSpan again) => new(
        LoadingCodes.RepeatedEntry,
        $"the port of index {index} is given twice; {Place.Other(first, again)}",
        "say all of a port in one entry");
}
