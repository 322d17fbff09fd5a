using MdevDesired.Diagnostics;

namespace MdevDesired.Loading;

/// <summary>The words for the other of two places that do not go together.</summary>
internal static class Place
{
    public static string Other(SourceSpan first, SourceSpan again) =>
        first == again ? "an alias repeats this place" : $"it is also at {first}";
}
