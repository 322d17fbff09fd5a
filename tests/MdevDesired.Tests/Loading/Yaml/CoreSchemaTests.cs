using MdevDesired.Loading.Yaml;
using Xunit;

namespace MdevDesired.Tests.Loading.Yaml;

public sealed class CoreSchemaTests
{
    [Theory]
    [InlineData("Null", "", "~", "null", "Null", "NULL")]
    [InlineData("Boolean", "true", "True", "TRUE", "false", "False", "FALSE")]
    [InlineData("Integer", "0", "-0", "+7", "-12", "012", "0o17", "0o0", "0x1f", "0xDEADBEEF", "123456789012345678901234567890")]
    [InlineData("Float", "0.", ".5", "-1.5", "+12e3", "1E-5", ".inf", "-.Inf", "+.INF", ".nan", ".NaN", ".NAN")]
    [InlineData("Text", "yes", "no", "on", "off", "y", "tRUE", "nULL", "none", "0b11", "0o8", "0xg", "-0x1", "1_000", "190:20:30", "1.2.3")]
    [InlineData("Text", "+", "-", ".", "..", "-.nan", "e3", "1e", "0o", "0x", "0O17", "0X1F", "12\n", " 12", "١٢", "69ea1551-d054", "=", "<<")]
    public void Takes_plain_scalars_as_YAML_1_2_does(string kind, params string[] texts) =>
        Assert.All(texts, text => Assert.Equal(kind, CoreSchema.KindOf(text).ToString()));
}
