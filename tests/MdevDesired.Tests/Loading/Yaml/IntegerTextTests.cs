using System.Globalization;
using MdevDesired.Loading.Yaml;
using Xunit;

namespace MdevDesired.Tests.Loading.Yaml;

public sealed class IntegerTextTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("+8", "8")]
    [InlineData("0123", "123")]
    [InlineData("0o17", "15")]
    [InlineData("0o0000000000000000000000000000000017", "15")]
    [InlineData("0x1f", "31")]
    [InlineData("0xFFFFFFFFFFFFFFFF", "18446744073709551615")]
    [InlineData("18446744073709551615", "18446744073709551615")]
    [InlineData("-9223372036854775808", "-9223372036854775808")]
    public void Knows_the_value(string text, string value)
    {
        Assert.True(IntegerText.TryParse(text, out var parsed));
        Assert.Equal(value, parsed.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("18446744073709551616")]
    [InlineData("-9223372036854775809")]
    [InlineData("0x10000000000000000")]
    [InlineData("0o7777777777777777777777")]
    [InlineData("999999999999999999999999999999999999999999999999999999999999")]
    public void Refuses_what_does_not_fit_64_bits(string text) => Assert.False(IntegerText.TryParse(text, out _));
}
