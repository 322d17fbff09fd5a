using System.Globalization;

namespace MdevDesired.Planning.Attributes;

/// <summary>
/// The one form in which written and read values are compared: what the kernel's kstrtobool and kstrtoul(base 0) take for the
/// same value is the same text.
/// </summary>
internal static class CanonicalValue
{
    private const int HexDigitsOfUlong = 16;

    public static string Of(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words is [var word] ? OfWord(word) : string.Join(' ', words);
    }

    private static string OfWord(string word) => word.ToLowerInvariant() switch
    {
        "y" or "yes" or "on" or "true" => "1",
        "n" or "no" or "off" or "false" => "0",
        ['0', 'x', _, ..] hex when hex.AsSpan(2).ContainsAnyExcept(Hexadecimal) => word,
        ['0', 'x', _, ..] hex => OfHexadecimal(hex[2..].TrimStart('0')),
        _ => word,
    };

    private static readonly System.Buffers.SearchValues<char> Hexadecimal = System.Buffers.SearchValues.Create("0123456789abcdef");

    // Masks wider than a word, as s390 has them, are only ever hexadecimal on both sides.
    private static string OfHexadecimal(string digits) =>
        digits.Length > HexDigitsOfUlong ? "0x" + digits
        : digits.Length == 0 ? "0"
        : ulong.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
}
