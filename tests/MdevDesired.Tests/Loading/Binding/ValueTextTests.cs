using MdevDesired.Model.Mdevs;
using Xunit;

namespace MdevDesired.Tests.Loading.Binding;

public sealed class ValueTextTests
{
    [Theory]
    [InlineData("true", "1")]
    [InlineData("False", "0")]
    [InlineData("8", "8")]
    [InlineData("+8", "8")]
    [InlineData("-1", "-1")]
    [InlineData("010", "10")]
    [InlineData("0o17", "15")]
    [InlineData("0x1F", "0x1F")]
    [InlineData("18446744073709551615", "18446744073709551615")]
    [InlineData("yes", "yes")]
    [InlineData("'true'", "true")]
    [InlineData("'0o17'", "0o17")]
    [InlineData("'1.5'", "1.5")]
    [InlineData("''", "")]
    [InlineData("' a, b=c '", " a, b=c ")]
    [InlineData("grün", "grün")]
    public void Is_written_as_the_kernel_reads_it(string yaml, string written)
    {
        var parent = Sources.Parent("mtty", "a", Sources.Uuid1).Replace(" }", $", params: [ {{ name: x, value: {yaml} }} ] }}", StringComparison.Ordinal);
        var result = Sources.Load(Sources.Document("a", parent));
        Assert.Empty(result.Diagnostics);
        Assert.Equal(written, Assert.Single(((DesiredMdev)result.State.SubDevices.Single()).Params).Value);
    }
}
