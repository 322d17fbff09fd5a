using System.Globalization;

namespace MdevDesired.Loading.Yaml;

/// <summary>The value of an integer of the core schema: decimal (leading zeros mean nothing), <c>0o17</c> or <c>0x1f</c>.</summary>
internal static class IntegerText
{
    /// <summary>False when the value does not fit 64 bits, signed or unsigned.</summary>
    public static bool TryParse(string text, out Int128 value)
    {
        var parsed = text switch
        {
            ['0', 'o', .. var digits] => TryOctal(digits, out value),
            ['0', 'x', .. var digits] => TryHexadecimal(digits, out value),
            _ => TryDecimal(text, out value),
        };
        return parsed && value >= long.MinValue && value <= ulong.MaxValue;
    }

    public static bool IsHexadecimal(string text) => text.StartsWith("0x", StringComparison.Ordinal);

    private static bool TryOctal(string digits, out Int128 value)
    {
        value = 0;
        foreach (var digit in digits.AsSpan().TrimStart('0'))
        {
            value = (value * 8) + (digit - '0');
            if (value > ulong.MaxValue)
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryHexadecimal(string digits, out Int128 value)
    {
        var fits = ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var small);
        value = small;
        return fits;
    }

    private static bool TryDecimal(string text, out Int128 value) =>
        Int128.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
}
