using System.Globalization;
using System.Text;
using MdevDesired.Loading.Yaml;

namespace MdevDesired.Loading.Binding;

/// <summary>What is written for a value of the document, without the newline that ends every write.</summary>
internal static class ValueText
{
    /// <summary>The longest value, in bytes: with its newline it fills the page that sysfs takes in one write.</summary>
    public const int MaximumBytes = 4095;

    /// <summary>Says why the text cannot be written, or null.</summary>
    public static string? Reject(string text) =>
        text.Any(char.IsControl) ? "contains a control character"
        : Encoding.UTF8.GetByteCount(text) > MaximumBytes ? $"is longer than {MaximumBytes} bytes"
        : null;

    /// <summary>true as 1, false as 0, integers in decimal (hexadecimal as it stands), text verbatim; null for a number beyond 64 bits.</summary>
    public static string? Of(ScalarNode scalar) => scalar.Kind switch
    {
        ScalarKind.Boolean => CoreSchema.IsTrue(scalar.Text) ? "1" : "0",
        ScalarKind.Integer => OfInteger(scalar.Text),
        _ => scalar.Text,
    };

    private static string? OfInteger(string text) =>
        !IntegerText.TryParse(text, out var value) ? null
        : IntegerText.IsHexadecimal(text) ? text
        : value.ToString(CultureInfo.InvariantCulture);
}
