using System.Globalization;
using System.Text;

namespace MdevDesired.Diagnostics;

/// <summary>
/// Makes the user's own text fit for a message: control and format characters, which could drive a terminal, become
/// escapes such as <c>\u001b</c>, and long text is cut.
/// </summary>
internal static class UserText
{
    /// <summary>How much of a text a message shows, in characters.</summary>
    public const int Shown = 60;

    /// <summary>The text in quotation marks.</summary>
    public static string Quote(string text) =>
        text.Length <= Shown ? $"\"{Escape(text)}\"" : $"\"{Escape(text[..Shown])}…\"";

    /// <summary>The whole text without anything that a terminal would obey.</summary>
    public static string Escape(string text) => text.Any(IsUnsafe) ? Escaped(text) : text;

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var character in text)
        {
            _ = IsUnsafe(character)
                ? escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}")
                : escaped.Append(character);
        }

        return escaped.ToString();
    }

    private static bool IsUnsafe(char character) =>
        character is < ' ' or > '~' && char.GetUnicodeCategory(character)
            is UnicodeCategory.Control
            or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned;
}
