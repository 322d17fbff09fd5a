using System.Text;

namespace MdevDesired.Model.Devlink;

/// <summary>The rule for names of network interfaces (net/core/dev.c, <c>dev_valid_name</c>).</summary>
internal static class NetdevName
{
    /// <summary>IFNAMSIZ less the terminator (include/uapi/linux/if.h), in bytes of UTF-8.</summary>
    public const int MaximumLength = 15;

    /// <summary>Says why no network interface can have this name, or null when one can.</summary>
    public static string? Reject(string text) => text switch
    {
        "" => "is empty",
        "." or ".." => "is no name",
        _ when Encoding.UTF8.GetByteCount(text) > MaximumLength => $"is longer than {MaximumLength} bytes",
        _ when text.FirstOrDefault(character => character is '/' or ':' or '%') is var found and not '\0' => $"contains \"{found}\"",
        _ when text.Any(char.IsControl) => "contains a control character",
        _ when text.Any(char.IsWhiteSpace) => "contains white space",
        _ => null,
    };
}
