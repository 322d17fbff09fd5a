using System.Reflection;
using MdevDesired.Diagnostics;
using MdevDesired.Loading;
using Xunit;

namespace MdevDesired.Tests.Loading;

public sealed class LoadingCodesTests
{
    [Fact]
    public void Lists_every_code() => Assert.Equal(
        typeof(LoadingCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (DiagnosticCode)field.GetValue(null)!).ToHashSet(),
        LoadingCodes.All.ToHashSet());

    [Fact]
    public void Gives_each_number_once_and_within_its_range()
    {
        Assert.All(LoadingCodes.All, code => Assert.InRange(code.Number, 1, 99));
        Assert.Distinct(LoadingCodes.All.Select(code => code.Number));
    }

    [Fact]
    public void Keeps_the_number_that_the_documentation_shows() => Assert.Equal("MD0012", LoadingCodes.UnknownKey.ToString());
}
