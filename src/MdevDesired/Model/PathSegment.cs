using System.Text;

namespace MdevDesired.Model;

/// <summary>The rule for every string that becomes one name in a path under /sys.</summary>
internal static class PathSegment
{
    /// <summary>The longest name that Linux allows (NAME_MAX), in bytes of UTF-8.</summary>
    public const int MaximumLength = 255;

    /// <summary>Says why the text is no single path segment, or null when it is one.</summary>
    public static string? Reject(string text) => text switch
    {
        "" => "is empty",
        "." or ".." => $"is \"{text}\"",
        _ when Encoding.UTF8.GetByteCount(text) > MaximumLength => $"is longer than {MaximumLength} bytes",
        _ when text.Contains('/', StringComparison.Ordinal) => "contains \"/\"",
        _ when text.Any(char.IsControl) => "contains a control character",
        _ when text.Any(char.IsWhiteSpace) => "contains white space",
        _ => null,
    };
}
